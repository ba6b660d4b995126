/// What kind of zip container the names of its entries tell (APPNOTE.TXT 4.3); nothing is inflated.
///
/// Generous towards .docx, whose reader says best what is wrong with one: any `word/` folder, any
/// `[Content_Types].xml` that no other office format claims.
enum ZipSignature {
    static func format(of bytes: [UInt8]) -> (Format, Detection.Evidence)? {
        guard bytes.starts(with: [0x50, 0x4B]), bytes.count >= 4,
            [[3, 4], [5, 6], [7, 8], [1, 2]].contains(Array(bytes[2..<4]))
        else { return nil }
        var names = centralNames(bytes)
        if names.isEmpty { names = localNames(bytes) }
        func first(_ prefix: String) -> String? {
            names.first { name in
                name.utf8.count >= prefix.utf8.count && name.utf8.prefix(prefix.utf8.count).elementsEqual(prefix.utf8)
            }
        }
        if let name = first("word/") ?? first("word\\") { return (.docx, .entry(name)) }
        if let name = first("xl/") { return (.xlsx, .entry(name)) }
        if let name = first("ofd.xml") { return (.ofd, .entry(name)) }
        if let name = first("ppt/") ?? first("mimetype") { return (.zip, .entry(name)) }
        if let name = first("[content_types].xml") ?? first("_rels/.rels") { return (.docx, .entry(name)) }
        return (.zip, .signature("PK"))
    }

    /// The names of the central directory in lower case; none when there is no directory (a file that was cut).
    private static func centralNames(_ bytes: [UInt8]) -> [String] {
        let tail = max(0, bytes.count - 65_557)
        guard let end = bytes.lastRange(of: [0x50, 0x4B, 5, 6], in: tail..<bytes.count), end.lowerBound + 20 <= bytes.count else {
            return []
        }
        var names: [String] = []
        var offset = bytes.littleEndian(end.lowerBound + 16, 4)
        while names.count < 4_096, offset + 46 <= bytes.count, bytes[offset...].starts(with: [0x50, 0x4B, 1, 2]) {
            let length = bytes.littleEndian(offset + 28, 2)
            guard offset + 46 + length <= bytes.count else { break }
            names.append(name(bytes[(offset + 46)..<(offset + 46 + length)]))
            offset += 46 + length + bytes.littleEndian(offset + 30, 2) + bytes.littleEndian(offset + 32, 2)
        }
        return names
    }

    /// The names of the local headers in the first mebibyte, in lower case.
    private static func localNames(_ bytes: [UInt8]) -> [String] {
        var names: [String] = []
        var from = 0
        let end = min(bytes.count, 1 << 20)
        while names.count < 256, let header = bytes.range(of: [0x50, 0x4B, 3, 4], in: from..<end),
            header.lowerBound + 30 <= bytes.count
        {
            let length = bytes.littleEndian(header.lowerBound + 26, 2)
            let start = header.lowerBound + 30
            if start + length <= bytes.count { names.append(name(bytes[start..<(start + length)])) }
            from = header.upperBound
        }
        return names
    }

    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension [UInt8] {
    /// The number that `count` bytes make, the lowest first.
    fileprivate func littleEndian(_ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }
}
