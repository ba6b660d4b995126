/// Text as UTF-16 with width and white space evened out, the form in which fields are compared and read.
///
/// Full-width forms become ASCII (as NFKC has it), every white space including NBSP and line ends becomes one kind of space, every
/// dash that serves as a minus becomes `-`, Chinese marks for point and comma in numbers stay what they are. What takes no room on a page
/// (soft hyphens, marks of direction, joiners, white space of no width) is left out.
enum PlainScalars {
    /// The scalars of UTF-8 text, at most `limit` of them; scalars beyond the basic plane become U+FFFD.
    static func of(_ utf8: ArraySlice<UInt8>, limit: Int = Int.max) -> [UInt16] {
        var scalars: [UInt16] = []
        scalars.reserveCapacity(min(limit, utf8.count))
        let bytes = utf8.span
        var index = 0
        // Nearly all text is ASCII and characters of three bytes; whatever else comes is decoded with all that follows.
        while scalars.count < limit, index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                scalars.append(byte >= 0x09 && byte <= 0x0D ? 0x20 : UInt16(byte))
                index += 1
            } else if byte >= 0xE1, byte <= 0xEF, byte != 0xED, index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
                bytes[index + 2] & 0xC0 == 0x80
            {
                let (second, third) = (UInt32(bytes[index + 1] & 0x3F), UInt32(bytes[index + 2] & 0x3F))
                add(UInt32(byte & 0x0F) << 12 | second << 6 | third, to: &scalars)
                index += 3
            } else {
                decode(utf8.dropFirst(index), to: &scalars, limit: limit)
                break
            }
        }
        return scalars
    }

    private static func decode(_ utf8: ArraySlice<UInt8>, to scalars: inout [UInt16], limit: Int) {
        var decoder = UTF8()
        var bytes = utf8.makeIterator()
        while scalars.count < limit {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): add(scalar.value, to: &scalars)
            case .emptyInput: return
            case .error: scalars.append(0xFFFD)
            }
        }
    }

    private static func add(_ scalar: UInt32, to scalars: inout [UInt16]) {
        switch scalar {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: break
        default: scalars.append(plain(scalar))
        }
    }

    private static func plain(_ scalar: UInt32) -> UInt16 {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: 0x20
        case 0xFF01...0xFF5E: UInt16(scalar - 0xFEE0)
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0x2500: 0x2D
        case 0x1_0000...: 0xFFFD
        default: UInt16(truncatingIfNeeded: scalar)
        }
    }
}
