/// Gives back the bytes that were written as lines of ASCII (RFC 2045, 6.7 and 6.8). What does not fit stays as it is, or is skipped.
enum TransferEncoding {
    /// The bytes of a body.
    ///
    /// - Parameter name: how it is written, in lower case; `8bit` and others leave it as it is.
    static func decoded(_ body: ArraySlice<UInt8>, as name: String) -> [UInt8] {
        switch name {
        case "quoted-printable": quotedPrintable(body)
        case "base64": base64(body)
        default: Array(body)
        }
    }

    /// `=E8` is a byte, `=` at the end of a line joins the next one to it.
    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count)
        var offset = body.startIndex
        while offset < body.endIndex {
            let byte = body[offset]
            offset += 1
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            if offset + 1 < body.endIndex, let high = body[offset].hexadecimal, let low = body[offset + 1].hexadecimal {
                bytes.append(high << 4 | low)
                offset += 2
            } else if let end = endOfLine(body, from: offset) {
                offset = end
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// The offset behind the end of the line, when only white space stands before it.
    private static func endOfLine(_ body: ArraySlice<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < body.endIndex, body[offset] == .space || body[offset] == .tab || body[offset] == 0x0D { offset += 1 }
        guard offset < body.endIndex else { return offset }
        return body[offset] == .lineFeed ? offset + 1 : nil
    }

    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in body {
            if byte == UInt8(ascii: "=") { break }
            guard let sextet = byte.sextet else { continue }
            bits = bits << 6 | UInt32(sextet)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}

extension UInt8 {
    /// What a hexadecimal digit stands for.
    var hexadecimal: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x61 + 10
        default: nil
        }
    }

    /// What a character of base64 stands for.
    fileprivate var sextet: UInt8? {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): self - 0x41
        case UInt8(ascii: "a")...UInt8(ascii: "z"): self - 0x61 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
