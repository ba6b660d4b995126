/// Line ends made one: CR, CRLF, NEL (U+0085), U+2028 and U+2029 become LF; NUL goes.
public enum LineEnds {
    /// The text with its line ends made LF, and how many NUL it had.
    ///
    /// One pass, one copy.
    public static func normalized(_ utf8: Span<UInt8>) -> (utf8: [UInt8], nulCount: Int) {
        var nulCount = 0
        let normalized = unsafe utf8.withUnsafeBytes { input in
            unsafe [UInt8](unsafeUninitializedCapacity: input.count) { output, count in
                (count, nulCount) = unsafe copy(input, to: output)
            }
        }
        return (normalized, nulCount)
    }

    private static func copy(_ input: UnsafeRawBufferPointer, to output: UnsafeMutableBufferPointer<UInt8>) -> (Int, Int) {
        var written = 0
        var nulCount = 0
        var index = 0
        while index < input.count {
            let byte = unsafe input[index]
            let left = input.count - index
            var length = 1
            switch byte {
            case 0x0D:
                if left > 1, unsafe input[index + 1] == 0x0A { length = 2 }
            case 0xC2 where unsafe left > 1 && input[index + 1] == 0x85:
                length = 2
            case 0xE2 where unsafe left > 2 && input[index + 1] == 0x80 && input[index + 2] & 0xFE == 0xA8:
                length = 3
            case 0:
                nulCount += 1
                index += 1
                continue
            default:
                unsafe output[written] = byte
                written += 1
                index += 1
                continue
            }
            unsafe output[written] = 0x0A
            written += 1
            index += length
        }
        return (written, nulCount)
    }
}
