internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

private let interruptions = Atomic<Int>(0)

private func noteInterruption(_ signal: Int32) {
    interruptions.add(1, ordering: .relaxed)
}

/// What concerns the process that we are.
public enum OwnProcess {
    /// The path of the program that runs.
    public static var path: String {
        #if os(Linux)
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
            if count > 0 { return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
        #endif
        return CommandLine.arguments.first ?? "biaoge"
    }

    /// How many processors there are for us.
    public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Whether Ctrl-C or SIGTERM came since ``noteInterruptions()``.
    public static var isInterrupted: Bool { interruptions.load(ordering: .relaxed) > 0 }

    /// From now on Ctrl-C and SIGTERM are noted instead of ending the process.
    public static func noteInterruptions() {
        _ = signal(SIGINT, noteInterruption)
        _ = signal(SIGTERM, noteInterruption)
    }

    /// From now on times are universal ones: libzip turns every entry's into local time, and the C library then looks each time
    /// whether the machine's time zone has changed.
    public static func useUniversalTime() {
        unsafe setenv("TZ", "UTC0", 1)
    }

    /// From now on processes that we start keep a few megabytes of memory that they have freed.
    ///
    /// Otherwise glibc may give the end of the heap back after each document and take it again for the next, page by page; whether it does
    /// depends on what happens to lie there. What a person has set stays.
    public static func letChildrenKeepFreedMemory() {
        unsafe setenv("MALLOC_TRIM_THRESHOLD_", "8388608", 0)
        // Setting the one ends the library's own adjusting of the other.
        unsafe setenv("MALLOC_MMAP_THRESHOLD_", "1048576", 0)
    }

    /// From now on a pipe that nobody reads is an error of the write and does not end the process.
    public static func ignoreClosedPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// From now on a pipe that nobody reads ends the process, whatever it inherited.
    public static func endOnClosedPipes() {
        _ = signal(SIGPIPE, SIG_DFL)
    }

    /// Ends the process with SIGALRM when ``stopAlarm()`` is not called within so many seconds.
    public static func startAlarm(seconds: Double) {
        setAlarm(max(0.001, seconds))
    }

    /// Calls off the alarm.
    public static func stopAlarm() {
        setAlarm(0)
    }

    private static func setAlarm(_ seconds: Double) {
        let whole = seconds.rounded(.down)
        var timer = itimerval()
        timer.it_value.tv_sec = Int(whole)
        timer.it_value.tv_usec = .init((seconds - whole) * 1_000_000)
        #if canImport(Glibc)
            _ = unsafe setitimer(__itimer_which_t(bitPattern: ITIMER_REAL.rawValue), &timer, nil)
        #else
            _ = unsafe setitimer(ITIMER_REAL, &timer, nil)
        #endif
    }

    /// From now on the process gets no more memory than that.
    public static func limitMemory(bytes: Int) {
        // A sanitizer maps terabytes that it never uses.
        #if os(Linux) && !SANITIZED
            var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
            // Since Linux 4.7 this counts private mappings too; files mapped for reading do not count.
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        #endif
    }

    /// The signal by which an alarm ends a process.
    public static var alarmSignal: Int32 { SIGALRM }

    /// Does nothing for so long, or until a signal comes.
    public static func sleep(milliseconds: UInt32) {
        _ = usleep(milliseconds * 1_000)
    }

    /// Whether standard error is a terminal.
    public static var hasTerminal: Bool { isatty(2) == 1 }

    /// Seconds on a clock that only goes forward.
    public static var seconds: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
