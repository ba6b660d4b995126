internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A process of ours with a pipe to its standard input and one from its standard output. Its standard error is thrown away.
public final class ChildProcess {
    /// How a process ended.
    public struct Ending: Sendable, Hashable {
        /// The exit code, unless a signal ended it.
        public let code: Int32?
        /// The signal that ended it.
        public let signal: Int32?
        /// The most memory that it had, in bytes.
        public let peakMemory: Int
    }

    /// Why there is no process: the number that the system gave.
    public struct CannotStart: Error, Sendable, Hashable {
        /// The system's error number.
        public let number: Int32
    }

    let identifier: pid_t
    /// The end of the pipe that the process reads; -1 when it is closed.
    private(set) var input: Int32
    /// The end of the pipe that the process writes; -1 when it is closed.
    private(set) var output: Int32
    private var ending: Ending?

    /// Starts a program, the first of the arguments by its path.
    public init(_ arguments: [String]) throws(CannotStart) {
        var down: [Int32] = [-1, -1]
        var up: [Int32] = [-1, -1]
        var identifier: pid_t = 0
        let number = Self.starting.withLock { _ in
            guard Self.openPipe(&down), Self.openPipe(&up) else { return errno }
            return Self.spawn(arguments, input: down[0], output: up[1], &identifier)
        }
        for descriptor in [down[0], up[1]] where descriptor >= 0 { _ = close(descriptor) }
        guard number == 0 else {
            for descriptor in [down[1], up[0]] where descriptor >= 0 { _ = close(descriptor) }
            throw CannotStart(number: number)
        }
        self.identifier = identifier
        input = down[1]
        output = up[0]
        for descriptor in [input, output] { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) }
    }

    deinit {
        closeInput()
        if output >= 0 { _ = close(output) }
        if ending == nil {
            kill()
            _ = wait()
        }
    }

    /// Held while pipes are made and a child is started, so that no other child inherits them in between.
    private static let starting = Mutex(())

    /// How many bytes a pipe is to hold.
    private static let pipeRoom = 1 << 18

    /// A pipe that no program inherits; what the child is given is made anew by dup2 and stays open there.
    private static func openPipe(_ ends: inout [Int32]) -> Bool {
        guard unsafe pipe(&ends) == 0 else { return false }
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        #if os(Linux)
            // Who writes must not wait because the other one is busy. A system that grants no more room than the usual 64 KiB is slower,
            // and that is all. (F_SETPIPE_SZ, fcntl(2), which Swift does not see.)
            _ = fcntl(ends[0], 1031, Int32(pipeRoom))
        #endif
        return true
    }

    private static func spawn(_ arguments: [String], input: Int32, output: Int32, _ identifier: inout pid_t) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that Ctrl-C reaches only the parent, which then ends its children in order.
        let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        var defaults = sigset_t()
        unsafe sigemptyset(&defaults)
        unsafe sigaddset(&defaults, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        // Nothing is blocked, whatever was in whoever started us: a worker's alarm must reach it.
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        unsafe posix_spawnattr_setsigmask(&attributes, &mask)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        guard let path = unsafe words[0] else { return ENOMEM }
        return unsafe posix_spawn(&identifier, path, &actions, &attributes, words, environ)
    }

    /// Closes the pipe to the process, which tells it that there is no more to do.
    public func closeInput() {
        if input >= 0 { _ = close(input) }
        input = -1
    }

    /// Ends the process at once.
    public func kill() {
        if ending == nil { _ = Self.sendKill(identifier) }
    }

    private static func sendKill(_ identifier: pid_t) -> Int32 {
        #if canImport(Glibc)
            Glibc.kill(identifier, SIGKILL)
        #else
            Darwin.kill(identifier, SIGKILL)
        #endif
    }

    /// Waits until the process has ended and says how.
    public func wait() -> Ending {
        if let ending { return ending }
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(identifier, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        // Linux counts in KiB.
        let ending = Ending(
            code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal, peakMemory: usage.ru_maxrss * 1024
        )
        self.ending = ending
        return ending
    }

    /// Writes as much as the pipe takes now and returns how much that was; 0 also when the process no longer reads.
    public func write(_ bytes: ArraySlice<UInt8>) -> Int {
        guard input >= 0 else { return 0 }
        let count = unsafe bytes.withUnsafeBytes { bytes in
            #if canImport(Glibc)
                unsafe Glibc.write(input, bytes.baseAddress, bytes.count)
            #else
                unsafe Darwin.write(input, bytes.baseAddress, bytes.count)
            #endif
        }
        return max(0, count)
    }

    /// What has come from the process by now: empty when nothing has, `nil` when nothing more will.
    public func read(_ count: Int = 1 << 16) -> [UInt8]? {
        guard output >= 0 else { return nil }
        var outcome = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            #if canImport(Glibc)
                outcome = unsafe Glibc.read(output, buffer.baseAddress, count)
            #else
                outcome = unsafe Darwin.read(output, buffer.baseAddress, count)
            #endif
            filled = max(0, outcome)
        }
        if outcome > 0 { return bytes }
        if outcome < 0, errno == EAGAIN || errno == EINTR { return [] }
        _ = close(output)
        output = -1
        return nil
    }
}

extension ChildProcess {
    /// Waits until one of the processes has written something or ended, or takes what is `wanted` to be written to it.
    ///
    /// - Parameters:
    ///   - orInput: whether something on our own standard input, or its end, ends the waiting too.
    ///   - milliseconds: how long at most; -1 means as long as it takes.
    /// - Returns: for each process whether it has written something or ended, and whether there is something on standard input.
    public static func waitForAny(
        of processes: [ChildProcess], writing wanted: (ChildProcess) -> Bool, orInput: Bool, milliseconds: Int32
    ) -> (processes: [Bool], hasInput: Bool) {
        // A descriptor below 0 is passed over.
        var descriptors: [pollfd] = processes.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
        for process in processes where process.input >= 0 && wanted(process) {
            descriptors.append(pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0))
        }
        descriptors.append(pollfd(fd: orInput ? 0 : -1, events: Int16(POLLIN), revents: 0))
        _ = unsafe poll(&descriptors, nfds_t(descriptors.count), milliseconds)
        let ready = zip(processes, descriptors).map { process, descriptor in process.output < 0 || descriptor.revents != 0 }
        return (ready, descriptors.last.map { $0.revents != 0 } ?? false)
    }
}
