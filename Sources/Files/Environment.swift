#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the program is told by its surroundings.
public enum Environment {
    /// The locale for messages, as POSIX looks it up: LC_ALL, LC_MESSAGES, LANG; the first that is set and not empty.
    public static var locale: String? {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = unsafe getenv(name), unsafe value.pointee != 0 { return unsafe String(cString: value) }
        }
        return nil
    }
}
