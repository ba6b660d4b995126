public import Biaoge
internal import Digest
internal import Files
internal import FoundationEssentials

/// The worker that other schedulers run: JSON lines on standard input, JSON lines on standard output, in order.
///
/// Each document is read by a process of its own kind behind it, so one that crashes it is an error on its line and no more.
public struct LineWorker {
    private let command: [String]
    private let settings: WorkerSettings
    private var maximumBytes: Int { settings.reading.limits.inputBytes }
    private var language: Language { settings.language }

    /// A worker whose documents are read by the command, which runs ``FramedWorker``.
    public init(command: [String], reading: ReadingOptions, language: Language, limits: WorkerLimits) {
        self.command = command
        settings = WorkerSettings(reading: reading, language: language, limits: limits)
    }

    /// One line of the input.
    private struct Request: Decodable {
        var id: String
        var path: String?
        var name: String?
        var base64: String?
    }

    /// Answers each line until there are none.
    ///
    /// - Throws: `FileError` when standard output cannot be written.
    public mutating func run() throws {
        let input = FileStream.standardInput
        let pool: WorkerPool
        do {
            pool = try WorkerPool(count: 1, command: command, settings)
        } catch {
            throw WorkersCannotStart()
        }
        // Base64 is longer than what it stands for.
        var lines = LineReader(maximumBytes: maximumBytes * 2) {
            // Whoever asks may wait for the answer before asking again.
            try pool.drainUntilInput()
            return try input.read(1 << 18)
        }
        while let line = try nextLine(&lines) {
            switch line {
            case .failure(let failure): try answer(id: "", failure)
            case .success(let line):
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                try handle(line, pool)
            }
        }
        try pool.drain()
    }

    private func nextLine(_ lines: inout LineReader) throws -> Result<[UInt8], DocumentFailure>? {
        do {
            return try lines.nextLine().map { .success($0) }
        } catch is LineReader.TooLong {
            return .failure(DocumentFailure(ReadError.limit(.inputBytes, found: maximumBytes * 2 + 1, allowed: maximumBytes * 2)))
        }
    }

    private func handle(_ line: [UInt8], _ pool: WorkerPool) throws {
        guard let request = try? JSONDecoder().decode(Request.self, from: Data(line)) else {
            return try finishFirst(pool) { try answer(id: "", DocumentFailure.noRequest) }
        }
        let bytes: [UInt8]
        do {
            bytes = try content(of: request)
        } catch {
            return try finishFirst(pool) { try answer(id: request.id, error) }
        }
        let source = request.path ?? request.name ?? request.id
        let job = WorkerJob(
            kind: .json, source: source, sha256: SHA256Digest.hexadecimal(of: bytes), corrections: [], bytes: bytes)
        try pool.submit(job.message) { outcome in
            switch outcome {
            case .failure(let failure): try answer(id: request.id, failure)
            case .answer(let message):
                switch try WorkerAnswer(message) {
                case .json(let json): try answer(id: request.id, json)
                case .failure(let failure): try answer(id: request.id, failure)
                }
            }
        }
    }

    /// Lines go out in the order in which they came: what is under way is finished before an answer that needs no worker.
    private func finishFirst(_ pool: WorkerPool, _ body: () throws -> Void) throws {
        try pool.drain()
        try body()
    }

    private func content(of request: Request) throws(DocumentFailure) -> [UInt8] {
        if let path = request.path {
            do {
                return try InputFile.read(RawPath(path), maximumBytes: maximumBytes)
            } catch {
                throw DocumentFailure(error)
            }
        }
        guard let base64 = request.base64, let data = Data(base64Encoded: base64) else { throw DocumentFailure.noRequest }
        return Array(data)
    }

    private func answer(id: String, _ failure: DocumentFailure) throws {
        var line = Self.head(id)
        line += "false, \"code\": \(failure.code), \"error\": ".utf8
        line += Self.json(failure.message(in: language))
        line += "}\n".utf8
        try StandardStream.output.write(line)
    }

    private func answer(id: String, _ json: [UInt8]) throws {
        var line = Self.head(id)
        line += "true, \"document\": ".utf8
        line += json.last == 0x0A ? json.dropLast() : json[...]
        line += "}\n".utf8
        try StandardStream.output.write(line)
    }

    private static func head(_ id: String) -> [UInt8] {
        var line = Array("{\"id\": ".utf8)
        line += json(id)
        line += ", \"ok\": ".utf8
        return line
    }

    /// A text as JSON that ends no line, for whoever reads line by line.
    private static func json(_ text: String) -> [UInt8] {
        var json = JSONText()
        json.string(text)
        return json.bytes
    }
}
