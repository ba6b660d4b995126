#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The time that a piece of work takes of the processor, whatever else the machine does meanwhile; good for ratios only.
public enum ThreadTime {
    /// The least that the work took, of several times.
    ///
    /// - Returns: seconds of the calling thread.
    public static func least(of times: Int, _ work: () throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<times {
            let start = now
            try work()
            least = min(least, now - start)
        }
        return least
    }

    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
