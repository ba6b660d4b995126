/// Formats that are told by their first bytes, whatever follows.
enum Signature {
    /// The format whose signature the bytes begin with, and what was seen.
    static func format(of bytes: [UInt8]) -> (Format, Detection.Evidence)? {
        for (format, signature) in signatures where bytes.starts(with: signature) {
            return (format, .signature(printable(signature)))
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // An encrypted package is an OLE container with a stream of that name (MS-OFFCRYPTO 2.3.4.4), in UTF-16.
            let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            return bytes.range(of: name, in: bytes.indices) == nil
                ? (.ole, .signature("OLE2")) : (.encrypted, .entry("EncryptedPackage"))
        }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return (.image, .signature("WEBP")) }
        if bytes.dropFirst(4).starts(with: "ftypheic".utf8) { return (.image, .signature("HEIC")) }
        if bytes.starts(with: "BM".utf8), bytes.count > 26, bytes[6..<10].allSatisfy({ $0 == 0 }) {
            return (.image, .signature("BM"))
        }
        // PDF readers look for the signature in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
        if let pdf = bytes.range(of: Array("%PDF-".utf8), in: 0..<min(bytes.count, 1_024)),
            pdf.lowerBound == 0 || bytes[pdf.lowerBound - 1] == 0x0A || bytes[pdf.lowerBound - 1] == 0xBF
        {
            return (.pdf, .signature("%PDF-"))
        }
        if MIMEPart.isMessage(bytes) { return (.mhtml, .header("MIME-Version")) }
        return ZipSignature.format(of: bytes)
    }

    private static let signatures: [(Format, [UInt8])] = [
        (.rtf, Array("{\\rtf".utf8)),
        (.rar, Array("Rar!\u{1A}\u{07}".utf8)),
        (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        (.gzip, [0x1F, 0x8B, 0x08]),
        (.image, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.image, [0xFF, 0xD8, 0xFF]),
        (.image, Array("GIF87a".utf8)),
        (.image, Array("GIF89a".utf8)),
        (.image, [0x49, 0x49, 0x2A, 0x00]),
        (.image, [0x4D, 0x4D, 0x00, 0x2A]),
    ]

    private static func printable(_ bytes: [UInt8]) -> String {
        let hexadecimal = Array("0123456789ABCDEF")
        return bytes.map { byte in
            byte > 0x20 && byte < 0x7F
                ? String(UnicodeScalar(byte)) : "\\x" + String([hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]])
        }.joined()
    }
}
