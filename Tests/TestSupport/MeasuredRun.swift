#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A run of a program, and what it cost.
public struct MeasuredRun: Sendable {
    /// The exit code, or minus the signal that ended it.
    public let code: Int32
    /// User and system time, in seconds.
    public let seconds: Double
    /// The most memory that it held, in bytes.
    public let peakBytes: Int

    /// Runs a program with standard input, output and error from and to these files; `nil` when it cannot be started.
    public init?(_ command: [String], input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null") {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        for (descriptor, path) in [(1, output), (2, errors)] as [(Int32, String)] {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        var words: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        var identifier = pid_t()
        guard let path = command.first, unsafe posix_spawn(&identifier, path, &actions, nil, words, environ) == 0 else {
            return nil
        }
        var status: Int32 = 0
        var usage = rusage()
        var seen = 0
        while true {
            let ended = unsafe wait4(identifier, &status, WNOHANG, &usage)
            if ended == identifier { break }
            guard ended == 0 || errno == EINTR else { return nil }
            seen = max(seen, Self.peak(of: identifier))
            usleep(500)
        }
        code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        seconds = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        // Linux counts in KiB. A process that has just been started counts with the memory of its parent: where that has had more, what
        // was seen on the way is the truth.
        var own = rusage()
        unsafe getrusage(Self.ownself, &own)
        peakBytes = usage.ru_maxrss > own.ru_maxrss || seen == 0 ? usage.ru_maxrss * 1024 : seen
    }

    #if canImport(Glibc)
        private static let ownself = __rusage_who_t(0)
    #else
        private static let ownself = RUSAGE_SELF
    #endif

    /// The most memory that a process has held so far, in bytes; 0 when nobody knows.
    private static func peak(of identifier: pid_t) -> Int {
        guard let file = unsafe fopen("/proc/\(identifier)/status", "r") else { return 0 }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while unsafe fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split {
                $0.isWhitespace
            }
            if words.first == "VmHWM:", words.count > 1 { return (Int(words[1]) ?? 0) * 1024 }
        }
        return 0
    }
}
