internal import Biaoge
internal import Files
internal import Zip

/// Goes through inputs in a fixed order and hands out every document in them, one at a time.
///
/// Folders are walked in the order of their names' bytes, archives in the order of their directories, and nothing is
/// unpacked to disk. What cannot be read is handed out as a failure; what is no document is skipped and counted.
final class InputWalk {
    /// Takes one document; whatever it throws ends the walk.
    typealias Visit = (InputItem) throws -> Void

    let options: InputOptions
    /// A folder that is passed over wherever it stands: the one that the dataset is written to.
    let excluded: FileStatus.Identity?
    let visit: Visit
    /// What was passed over so far.
    var skipped = SkippedFiles()
    /// What may still come out of the file on disk that is being read.
    var unpacking: UnpackingBudget
    /// How many documents and failures were handed out so far.
    private(set) var handed = 0
    /// Bytes on disk that are behind us, for the progress.
    var bytesPassed = 0

    init(_ options: InputOptions, excluding excluded: FileStatus.Identity?, visit: @escaping Visit) {
        self.options = options
        self.excluded = excluded
        unpacking = UnpackingBudget(packed: 0, ratio: options.limits.ratio)
        self.visit = visit
    }

    /// Where the walk is: the path on disk, how it is told, and how it would be told in full.
    struct Step {
        var path: RawPath
        var source: String
        var longSource: String

        func appending(_ name: [UInt8]) -> Step {
            let text = EntryName.text(name)
            return Step(
                path: path.appending(name), source: source.isEmpty ? text : "\(source)/\(text)",
                longSource: "\(longSource)/\(text)")
        }
    }

    /// Goes through one input as it was named: a folder, a file, or `-` for a list of them on standard input.
    func walk(input: String) throws {
        if input == "-" { return try walkList(.standardInput) }
        try walk(input: RawPath(input))
    }

    private func walk(input path: RawPath) throws {
        let long = EntryName.text(path.bytes)
        let status = try FileStatus(path, followingLinks: true)
        if status.kind == .folder {
            try walkFolder(Step(path: path, source: "", longSource: long), status)
        } else {
            try walkFile(Step(path: path, source: EntryName.text(path.lastComponent), longSource: long), status)
        }
    }

    /// Paths one a line, or parted by NUL as `find -print0` gives them. Their sources are the paths as they are listed.
    private func walkList(_ stream: FileStream) throws {
        var lines = LineReader(maximumBytes: 1 << 20) { try stream.read(1 << 16) }
        while let line = try lines.nextLine() {
            for name in line.split(separator: 0) {
                let path = RawPath(bytes: Array(name))
                let source = EntryName.text(name)
                let step = Step(path: path, source: source, longSource: source)
                do {
                    let status = try FileStatus(path, followingLinks: true)
                    if status.kind == .folder { try walkFolder(step, status) } else { try walkFile(step, status) }
                } catch let error as FileError where error.path == path.text {
                    try visit(InputItem(source: source, longSource: source, content: .failure(DocumentFailure(error))))
                }
            }
        }
    }

    private func walkFolder(_ step: Step, _ status: FileStatus) throws {
        guard status.identity != excluded else { return }
        let names: [[UInt8]]
        do {
            names = try Folder.names(in: step.path)
        } catch {
            return try fail(step, DocumentFailure(error))
        }
        for name in names where !skipped.skips(name: name[...]) {
            let next = step.appending(name)
            let status: FileStatus
            do {
                status = try FileStatus(next.path, followingLinks: false)
            } catch {
                try fail(next, DocumentFailure(error))
                continue
            }
            switch status.kind {
            case .folder: try walkFolder(next, status)
            case .file: try walkFile(next, status)
            case .link: skipped.links += 1
            case .special: skipped.special += 1
            }
        }
    }

    private func walkFile(_ step: Step, _ status: FileStatus) throws {
        defer { bytesPassed += status.size }
        unpacking = UnpackingBudget(packed: status.size, ratio: options.limits.ratio)
        do {
            if CorpusKind(name: step.path.bytes) != nil {
                let stream = try FileStream(step.path)
                return try walkCorpus(step, name: step.path.bytes) { try stream.read(1 << 16) }
            }
            // What is small is read at once; a large file may be an archive that does not fit into memory.
            if status.size <= min(1 << 20, options.limits.inputBytes) {
                let bytes = try InputFile.read(step.path, maximumBytes: options.limits.inputBytes, expected: status.size)
                if Self.mayBeArchive(bytes), let archive = try? ZipArchive(bytes.span), !Self.isPackage(archive) {
                    return try walkArchive(archive, packed: status.size, step)
                }
                return try hand(step, .bytes(bytes))
            }
            let head = try FileStream(step.path).read(4)
            if Self.isZip(head), let archive = try? ZipArchive(path: step.path.bytes), !Self.isPackage(archive) {
                return try walkArchive(archive, packed: status.size, step)
            }
            try hand(step, .bytes(try InputFile.read(step.path, maximumBytes: options.limits.inputBytes)))
        } catch let error as FileError where error.path == step.path.text && error.operation != .write {
            try fail(step, DocumentFailure(error))
        } catch let error as ReadError {
            try fail(step, DocumentFailure(error))
        }
    }

    /// Hands out one document.
    func hand(_ step: Step, _ content: InputItem.Content) throws {
        handed += 1
        try visit(InputItem(source: step.source, longSource: step.longSource, content: content))
    }

    /// Hands out why there is no document.
    func fail(_ step: Step, _ failure: DocumentFailure) throws {
        try hand(step, .failure(failure))
    }

    /// Whether bytes begin as a zip archive does, an empty one included.
    static func isZip(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }
}
