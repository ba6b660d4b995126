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

    /// Goes through an archive that is a file.
    func walkArchive(_ archive: borrowing ZipArchive, _ step: Step) throws {
        var nested = 0
        try walkArchive(archive, step, depth: 1, nestedEntries: &nested)
    }

    /// Goes through an archive, which stands in a file or was an entry of another.
    ///
    /// - Parameter nestedEntries: how many entries the archives inside the outermost one have had so far.
    private func walkArchive(_ archive: borrowing ZipArchive, _ step: Step, depth: Int, nestedEntries: inout Int) throws {
        for index in 0..<archive.count {
            guard let entry = archive.entry(at: index), entry.nameBytes.last != UInt8(ascii: "/") else { continue }
            guard !skips(entry.nameBytes) else { continue }
            let entryStep = step.entering(entry.nameBytes)
            if depth > 1 {
                nestedEntries += 1
                guard nestedEntries <= options.nestedEntries else {
                    return try fail(entryStep, .tooManyEntries(allowed: options.nestedEntries))
                }
            }
            if let failure = refusal(of: entry) {
                try fail(entryStep, failure)
            } else {
                try walkEntry(archive, entry, entryStep, depth: depth, nestedEntries: &nestedEntries)
            }
        }
    }

    /// Whether a part of an entry's path says that it is skipped.
    private func skips(_ name: [UInt8]) -> Bool {
        name.split(separator: UInt8(ascii: "/")).contains { skipped.skips(name: $0) }
    }

    /// Why an entry is not even inflated, from what the directory says of it.
    private func refusal(of entry: ZipArchive.Entry) -> DocumentFailure? {
        let limits = options.limits
        if entry.isEncrypted { return DocumentFailure(ReadError.encryptedEntry(EntryName.text(entry.nameBytes))) }
        if entry.size > limits.inputBytes {
            return DocumentFailure(ReadError.limit(.inputBytes, found: entry.size, allowed: limits.inputBytes))
        }
        let ratio = entry.size / max(1, entry.compressedSize)
        if entry.size > 16 << 20, ratio > limits.ratio {
            return DocumentFailure(ReadError.limit(.ratio, found: ratio, allowed: limits.ratio))
        }
        return nil
    }

    private func walkEntry(
        _ archive: borrowing ZipArchive, _ entry: ZipArchive.Entry, _ step: Step, depth: Int, nestedEntries: inout Int
    ) throws {
        let bytes: [UInt8]
        do {
            if CorpusKind(name: entry.nameBytes) != nil {
                let stream = EntryStream(try archive.open(entry))
                return try walkCorpus(step, name: entry.nameBytes) { try stream.read() }
            }
            bytes = try inflate(archive, entry)
        } catch let error as ReadError {
            return try fail(step, DocumentFailure(error))
        } catch let error as ZipError {
            return try fail(step, DocumentFailure(error))
        }
        if Self.isZip(bytes), let inner = try? ZipArchive(bytes.span), !Self.isPackage(inner) {
            guard depth < options.nesting else { return try fail(step, .nestedTooDeep(allowed: options.nesting)) }
            return try walkArchive(inner, step, depth: depth + 1, nestedEntries: &nestedEntries)
        }
        try hand(step, .bytes(bytes))
    }

    /// An entry's bytes, however many the directory claims.
    private func inflate(_ archive: borrowing ZipArchive, _ entry: ZipArchive.Entry) throws -> [UInt8] {
        let limits = options.limits
        let stream = EntryStream(try archive.open(entry))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(0, entry.size), 64 << 20))
        while true {
            let piece = try stream.read()
            if piece.isEmpty { return bytes }
            bytes += piece
            if bytes.count > limits.inputBytes {
                throw ReadError.limit(.inputBytes, found: bytes.count, allowed: limits.inputBytes)
            }
            if bytes.count > 16 << 20, bytes.count / max(1, entry.compressedSize) > limits.ratio {
                throw ReadError.limit(.ratio, found: bytes.count / max(1, entry.compressedSize), allowed: limits.ratio)
            }
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
