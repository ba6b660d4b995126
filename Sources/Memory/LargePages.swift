#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Memory in pages of some megabytes in place of four kilobytes, where the system has such (Linux: transparent huge pages).
///
/// Fresh memory is handed out page by page when it is first written to, each time by a fault that costs as much as some thousand
/// instructions. A large table has ten thousand small pages.
public enum LargePages {
    /// Below this nothing is asked for: a large page that is hardly used would only take room.
    private static let leastBytes = 4 << 20

    /// Asks for large pages behind memory that has not been written to yet.
    public static func advise(_ memory: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
            guard memory.count >= leastBytes, let base = memory.baseAddress else { return }
            // It is asked for from the beginning of a small page on.
            let ahead = UInt(bitPattern: base) & UInt(getpagesize() - 1)
            // It is advice: where the system does not take it, nothing changes.
            unsafe madvise(base - Int(ahead), memory.count + Int(ahead), MADV_HUGEPAGE)
        #endif
    }
}

extension Array {
    /// Makes room for as many elements in all, in large pages when that is much.
    public mutating func reserveLargeCapacity(_ count: Int) {
        reserveCapacity(count)
        let capacity = capacity
        unsafe withUnsafeMutableBytes { used in
            unsafe LargePages.advise(
                UnsafeMutableRawBufferPointer(start: used.baseAddress, count: capacity * MemoryLayout<Element>.stride))
        }
    }
}
