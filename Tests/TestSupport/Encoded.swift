#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Text in any encoding that iconv knows; what the encoding does not have is left out.
public func encoded(_ text: String, in encoding: String) -> [UInt8] {
    guard let descriptor = unsafe iconv_open(encoding, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return [] }
    defer { unsafe iconv_close(descriptor) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
    var written = 0
    unsafe input.withUnsafeMutableBytes { input in
        unsafe output.withUnsafeMutableBytes { output in
            var next = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            var end = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = output.count
            while left > 0, unsafe iconv(descriptor, &next, &left, &end, &room) == -1 {
                unsafe next = next?.advanced(by: 1)
                left -= 1
            }
            written = output.count - room
        }
    }
    return Array(output[..<written])
}
