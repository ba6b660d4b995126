internal import Biaoge
internal import Zip

/// A JSON-lines corpus, by the end of its name.
enum CorpusKind {
    case plain, gzip

    init?(name: [UInt8]) {
        let name = String(decoding: name.suffix(12), as: UTF8.self).lowercased()
        if [".jsonl", ".ndjson"].contains(where: { name.hasSuffix($0) }) {
            self = .plain
        } else if [".jsonl.gz", ".ndjson.gz"].contains(where: { name.hasSuffix($0) }) {
            self = .gzip
        } else {
            return nil
        }
    }
}

extension InputWalk {
    /// Goes through a corpus with a document on each line.
    ///
    /// A line without a name is called by its number; a line that is no object with a text is a failure of its own, and so is a corpus
    /// without lines.
    func walkCorpus(_ step: Step, name: [UInt8], _ next: @escaping () throws -> [UInt8]) throws {
        var source = next
        if CorpusKind(name: name) == .gzip {
            guard let gzip = GzipReader(next: next) else { return }
            source = {
                let bytes = try gzip.read(1 << 16)
                try self.unpacking.spend(bytes.count)
                return bytes
            }
        }
        var lines = LineReader(maximumBytes: options.limits.inputBytes, next: source)
        var number = 0
        let before = handed
        while true {
            number += 1
            let lineStep = step.entering(Array("line \(number)".utf8))
            do {
                guard let line = try lines.nextLine() else {
                    if handed == before { try fail(step, .noDocuments) }
                    return
                }
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                guard let document = CorpusLine(line, options) else {
                    try fail(lineStep, .noCorpusLine(number))
                    continue
                }
                let documentStep = document.name.map { step.entering(Array($0.utf8)) } ?? lineStep
                try hand(documentStep, .bytes(Array(document.text.utf8)))
            } catch is LineReader.TooLong {
                let limit = options.limits.inputBytes
                try fail(lineStep, DocumentFailure(ReadError.limit(.inputBytes, found: limit + 1, allowed: limit)))
            } catch let error as GzipError {
                // The rest of the corpus cannot be had.
                return try fail(lineStep, DocumentFailure(error))
            } catch let error as ZipError {
                return try fail(lineStep, DocumentFailure(error))
            }
        }
    }
}
