internal import Biaoge
internal import Zip

extension InputWalk {
    /// Whether a zip is a document of its own (Office, OpenDocument, OFD) rather than an archive of documents.
    static func isPackage(_ archive: borrowing ZipArchive) -> Bool {
        for index in 0..<min(archive.count, 4096) {
            guard let name = archive.entry(at: index)?.name else { continue }
            if name == "[Content_Types].xml" || name == "OFD.xml" || (name == "mimetype" && index == 0) { return true }
        }
        return false
    }

    /// Whether bytes may be an archive of documents: they begin as a zip does, and not with the entry by which Word and WPS begin theirs,
    /// whose directory need not be read.
    static func mayBeArchive(_ bytes: [UInt8]) -> Bool {
        // APPNOTE 4.3.7: the name stands at 30, its length at 26.
        let first = Array("[Content_Types].xml".utf8)
        return isZip(bytes)
            && !(bytes.dropFirst(26).starts(with: [UInt8(first.count), 0]) && bytes.dropFirst(30).starts(with: first))
    }

    /// Goes through an archive that is a file.
    ///
    /// - Parameter packed: the bytes of the file.
    func walkArchive(_ archive: borrowing ZipArchive, packed: Int, _ step: Step) throws {
        var nested = 0
        try walkArchive(archive, packed: packed, step, depth: 1, nestedEntries: &nested)
    }

    /// Goes through an archive, which stands in a file or was an entry of another. One that has no document is a failure of its own.
    ///
    /// - Parameters:
    ///   - packed: the bytes of the archive itself.
    ///   - nestedEntries: how many entries the archives inside the outermost one have had so far.
    private func walkArchive(_ archive: borrowing ZipArchive, packed: Int, _ step: Step, depth: Int, nestedEntries: inout Int)
        throws
    {
        let before = handed
        for index in 0..<archive.count {
            // What went beyond the budget has said so; the rest would only say it again.
            guard !unpacking.isSpent else { return }
            guard let entry = archive.entry(at: index), entry.nameBytes.last != UInt8(ascii: "/") else { continue }
            guard !skips(entry.nameBytes) else { continue }
            let entryStep = step.entering(entry.nameBytes)
            if depth > 1 {
                nestedEntries += 1
                guard nestedEntries <= options.nestedEntries else {
                    return try fail(entryStep, .tooManyEntries(allowed: options.nestedEntries))
                }
            }
            do {
                try walkEntry(archive, entry, packed: packed, entryStep, depth: depth, nestedEntries: &nestedEntries)
            } catch let error as ReadError {
                try fail(entryStep, DocumentFailure(error))
            } catch let error as ZipError {
                try fail(entryStep, DocumentFailure(error))
            }
        }
        if handed == before { try fail(step, .noDocuments) }
    }

    /// Whether a part of an entry's path says that it is skipped.
    private func skips(_ name: [UInt8]) -> Bool {
        name.split(separator: UInt8(ascii: "/")).contains { skipped.skips(name: $0) }
    }

    private func walkEntry(
        _ archive: borrowing ZipArchive, _ entry: ZipArchive.Entry, packed: Int, _ step: Step, depth: Int,
        nestedEntries: inout Int
    ) throws {
        if entry.isEncrypted { throw ReadError.encryptedEntry(EntryName.text(entry.nameBytes)) }
        let stream = EntryStream(try archive.open(entry))
        if CorpusKind(name: entry.nameBytes) != nil {
            return try walkCorpus(step, name: entry.nameBytes) { try self.read(stream) }
        }
        // Bytes that the archive does not have pack nothing, whatever its directory says.
        let bytes = try inflate(stream, size: entry.size, packed: max(1, min(entry.compressedSize, packed)))
        if Self.mayBeArchive(bytes), let inner = try? ZipArchive(bytes.span), !Self.isPackage(inner) {
            guard depth < options.nesting else { return try fail(step, .nestedTooDeep(allowed: options.nesting)) }
            return try walkArchive(inner, packed: bytes.count, step, depth: depth + 1, nestedEntries: &nestedEntries)
        }
        try checkSize(bytes.count, allowed: options.limits.inputBytes)
        try hand(step, .bytes(bytes))
    }

    /// An entry's bytes, however many the directory claims.
    ///
    /// An archive in an archive hardly packs, so that it needs no more memory than there are bytes on disk: only a document is held to
    /// the limit of one.
    private func inflate(_ stream: EntryStream, size: Int, packed: Int) throws -> [UInt8] {
        let limits = options.limits
        var bytes = try read(stream)
        let allowed = Self.isZip(bytes) ? max(limits.inputBytes, packed * 2) : limits.inputBytes
        try checkSize(size, allowed: allowed)
        try checkRatio(size, packed)
        bytes.reserveCapacity(min(max(0, size), 64 << 20))
        while true {
            let piece = try read(stream)
            if piece.isEmpty { return bytes }
            bytes += piece
            try checkSize(bytes.count, allowed: allowed)
            try checkRatio(bytes.count, packed)
        }
    }

    private func read(_ stream: EntryStream) throws -> [UInt8] {
        let bytes = try stream.read()
        try unpacking.spend(bytes.count)
        return bytes
    }

    private func checkSize(_ count: Int, allowed: Int) throws(ReadError) {
        guard count <= allowed else { throw .limit(.inputBytes, found: count, allowed: options.limits.inputBytes) }
    }

    private func checkRatio(_ count: Int, _ packed: Int) throws(ReadError) {
        let allowed = options.limits.ratio
        guard count <= Limits.freeBytes || count / packed <= allowed else {
            throw .limit(.ratio, found: count / packed, allowed: allowed)
        }
    }
}

extension InputWalk.Step {
    /// The step to an entry of the archive here. Names are only names: `..` and a leading `/` lead nowhere.
    func entering(_ name: [UInt8]) -> InputWalk.Step {
        let text = EntryName.text(name)
        return InputWalk.Step(path: path, source: "\(source)!/\(text)", longSource: "\(longSource)!/\(text)")
    }
}

/// An entry that is read piece by piece by a closure, which cannot hold the reader itself.
private final class EntryStream {
    private var reader: ZipEntryReader

    init(_ reader: consuming ZipEntryReader) {
        self.reader = reader
    }

    /// The next bytes; none at the end.
    func read() throws(ZipError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var span = bytes.mutableSpan
        let count = try reader.read(into: &span)
        bytes.removeSubrange(count...)
        return bytes
    }
}
