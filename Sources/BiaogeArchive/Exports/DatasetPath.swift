internal import Digest
internal import Files

/// Where a source's file stands below a folder of the dataset.
enum DatasetPath {
    /// The path of a source, with names percent-written that would lead out of the folder: `..`, `.`, an empty name, and a `/` in
    /// front. Different sources have different paths; a name too long for a file system is cut and its digest put behind.
    static func path(of source: String) -> String {
        let names = Array(source.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var path: [UInt8] = []
        for (index, name) in names.enumerated() {
            if index > 0 { path += (index == 1 && names[0].isEmpty) ? "%2F".utf8 : "/".utf8 }
            if index == 0, name.isEmpty { continue }
            path += safeName(Array(name))
        }
        return String(decoding: path, as: UTF8.self)
    }

    private static func safeName(_ name: [UInt8]) -> [UInt8] {
        if name.isEmpty { return Array("%".utf8) }
        if name == [0x2E] || name == [0x2E, 0x2E] { return name.flatMap { _ in Array("%2E".utf8) } }
        var safe: [UInt8] = []
        for (index, byte) in name.enumerated() {
            // A percent sign that could be read as one of ours is written as such itself.
            let looksWritten = byte == 0x25 && (index + 1 == name.count || isHexadecimal(name[index + 1]))
            safe += byte == 0 ? Array("%00".utf8) : looksWritten ? Array("%25".utf8) : [byte]
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

    /// Writes a file below a folder, unless it is there already with the same bytes.
    ///
    /// A source can be called as the folder of another one (`a.txt` and `a.txt/b`); then the file goes below `%` under its digest.
    ///
    /// - Returns: the path below the folder.
    @discardableResult
    static func write(_ bytes: [UInt8], below folder: String, _ path: String) throws -> String {
        do {
            try writeFile(bytes, folder + "/" + path)
            return path
        } catch let error as FileError where error.isNameTaken {
            let other = "%/" + SHA256Digest.hexadecimal(of: Array(path.utf8))
            try writeFile(bytes, folder + "/" + other)
            return other
        }
    }

    /// Begins a file, and makes the folders above it when they are not there yet.
    private static func openFile(_ path: String) throws -> OutputFile {
        do {
            return try OutputFile(path)
        } catch {
            guard error.isNotThere else { throw error }
            try Folder.create(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            return try OutputFile(path)
        }
    }

    private static func writeFile(_ bytes: [UInt8], _ path: String) throws {
        if let status = try? FileStatus(RawPath(path), followingLinks: false), status.kind == .file, status.size == bytes.count,
            try InputFile.read(path, maximumBytes: bytes.count) == bytes
        {
            return
        }
        let file = try openFile(path)
        try file.write(bytes)
        try file.commit()
    }
}
