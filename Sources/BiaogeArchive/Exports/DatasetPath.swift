internal import Digest

/// Where a source's file stands below a folder of the dataset.
enum DatasetPath {
    /// The path of a source, with names percent-written that would lead out of the folder: `..`, `.`, an empty name, and a `/` in
    /// front. Different sources have different paths, and none is that of a folder above another's file, whose name ends in `.txt` or
    /// `.html`; a name too long for a file system is cut and its digest put behind.
    static func path(of source: String) -> String {
        let names = Array(source.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var path: [UInt8] = []
        for (index, name) in names.enumerated() {
            if index > 0 { path += (index == 1 && names[0].isEmpty) ? "%2F".utf8 : "/".utf8 }
            if index == 0, name.isEmpty { continue }
            path += index == names.count - 1 ? safeName(Array(name)) : folderName(safeName(Array(name)))
        }
        return String(decoding: path, as: UTF8.self)
    }

    /// The name of a folder, which is never that of a file of ours.
    private static func folderName(_ name: [UInt8]) -> [UInt8] {
        for ending in [".txt", ".html"] where name.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
            return name.dropLast(ending.utf8.count) + "%2E".utf8 + ending.utf8.dropFirst()
        }
        return name
    }

    private static func safeName(_ name: [UInt8]) -> [UInt8] {
        if name.isEmpty { return Array("%".utf8) }
        if name == [0x2E] || name == [0x2E, 0x2E] { return name.flatMap { _ in Array("%2E".utf8) } }
        var safe: [UInt8] = []
        for (index, byte) in name.enumerated() {
            // A percent sign that could be read as one of ours is written as such itself.
            let looksWritten = byte == 0x25 && (index + 1 == name.count || isHexadecimal(name[index + 1]))
            if byte == 0 || looksWritten { safe += (byte == 0 ? "%00" : "%25").utf8 } else { safe.append(byte) }
        }
        guard safe.count > 200 else { return safe }
        var cut = safe.prefix(150)
        while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() }
        if let last = cut.last, last >= 0xC0 { cut.removeLast() }
        return cut + Array("%~\(SHA256Digest.hexadecimal(of: name).prefix(16))".utf8)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
    }
}
