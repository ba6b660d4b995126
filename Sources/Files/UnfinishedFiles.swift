#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The files that are being written and not complete, so that a signal that ends the program can take them away.
///
/// A program writes from one thread, so that a signal finds either all of a path here or none.
public enum UnfinishedFiles {
    fileprivate static let capacity = 16

    /// From now on a signal that ends the program takes the unfinished files with it. Swift ends a program that gets no memory
    /// with SIGABRT: that one says `lastWords` on standard error and becomes an exit code.
    public static func removeOnSignals(lastWords words: String, code: Int32) {
        unsafe lastWords = unsafe strdup(words)
        unsafe exitCode = code
        _ = unsafe unfinished[0]
        var heard = sigset_t()
        unsafe sigemptyset(&heard)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGXCPU] {
            unsafe sigaddset(&heard, number)
            // What the caller ignores, as nohup does, stays ignored.
            if unsafe unsafeBitCast(signal(number, endBySignal), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                _ = signal(number, SIG_IGN)
            }
        }
        _ = signal(SIGABRT, endWithoutMemory)
        unsafe sigaddset(&heard, SIGABRT)
        // Threads of Swift's own start programs with nearly every signal blocked.
        unsafe sigprocmask(SIG_UNBLOCK, &heard, nil)
    }

    /// Notes a file that begins. More than there is room for would be left behind.
    static func add(_ path: String) {
        guard let free = (0..<capacity).first(where: { unsafe unfinished[$0] == nil }) else { return }
        unsafe unfinished[free] = unsafe strdup(path)
    }

    /// Forgets a file that is complete or gone.
    static func remove(_ path: String) {
        for index in 0..<capacity {
            guard let known = unsafe unfinished[index], unsafe strcmp(known, path) == 0 else { continue }
            unsafe unfinished[index] = nil
            unsafe free(known)
        }
    }
}

// Plain memory: a signal may come at any time, and its handler must neither allocate nor wait.
nonisolated(unsafe) private let unfinished = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: UnfinishedFiles.capacity)
    unsafe paths.initialize(repeating: nil, count: UnfinishedFiles.capacity)
    return unsafe paths
}()
nonisolated(unsafe) private var lastWords: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var exitCode: Int32 = 1

private func removeUnfinished() {
    for index in 0..<UnfinishedFiles.capacity {
        if let path = unsafe unfinished[index] { _ = unsafe unlink(path) }
    }
}

private func endBySignal(_ number: Int32) {
    removeUnfinished()
    _ = signal(number, SIG_DFL)
    _ = raise(number)
}

private func endWithoutMemory(_ number: Int32) {
    removeUnfinished()
    if let words = unsafe lastWords { _ = unsafe write(2, words, strlen(words)) }
    unsafe _exit(exitCode)
}
