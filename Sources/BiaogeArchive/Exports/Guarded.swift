internal import Synchronization

#if SANITIZED
    internal import Dispatch
#endif

/// A value that several threads use, one at a time.
///
/// It is a `Mutex`. Where threads wait for one another, a Mutex is taken inside the system's library, which the thread sanitizer does not
/// see: four threads that add to a number in a Mutex are reported as a race. Under a sanitizer a semaphore, which it does see, goes around it.
final class Guarded<Value>: Sendable {
    private let mutex: Mutex<Value>
    #if SANITIZED
        private let turn = DispatchSemaphore(value: 1)
    #endif

    init(_ value: consuming sending Value) {
        mutex = Mutex(value)
    }

    /// Uses the value while no other thread does.
    func withLock<Outcome, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Outcome
    ) throws(Failure) -> sending Outcome {
        #if SANITIZED
            turn.wait()
            defer { turn.signal() }
        #endif
        return try mutex.withLock(body)
    }
}
