import ArgumentParser
import Biaoge
import Digest
import Files

struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(.convert)

    @OptionGroup var reading: ReadingArguments

    // Without a default, as the options of ``ReadingSettings`` are.
    @Option(name: .customLong("to"), help: .to)
    var givenFormat: OutputFormat?

    @Option(help: .output)
    var output: String?

    @Option(help: .table)
    var table: Int?

    @Flag(help: .asIs)
    var asIs = false

    @Flag(help: .derived)
    var derived = false

    @Flag(help: .allTables)
    var allTables = false

    @Option(help: .delimiter, transform: Self.delimiter)
    var delimiter = UInt8(ascii: ",")

    @Flag(help: .byteOrderMark)
    var bom = false

    @Flag(help: .safe)
    var safe = false

    private var to: OutputFormat { givenFormat ?? .text }

    /// The one byte that parts fields.
    private static func delimiter(_ name: String) throws -> UInt8 {
        if name == "tab" || name == "\\t" { return 0x09 }
        guard name.utf8.count == 1, let byte = name.utf8.first, byte == 0x09 || byte >= 0x20, byte != 0x22, byte < 0x7F else {
            throw ValidationError.delimiter
        }
        return byte
    }

    mutating func validate() throws {
        if let table, table < 1 { throw ValidationError.tableFromOne }
        if output == nil, to.isBinary { throw ValidationError.needsOutput(to) }
        if output == nil, to.holdsOneDocument, reading.inputs.count > 1 {
            throw ValidationError.needsFolder(to)
        }
    }

    func run() throws {
        var readingOptions = try reading.options
        readingOptions.asIs = asIs
        var options = WritingOptions()
        options.table = table
        options.derived = derived
        options.allTables = allTables
        options.language = reading.language
        options.delimiter = delimiter
        options.byteOrderMark = bom
        options.safe = safe

        if let output, reading.inputs.count > 1 || Folder.exists(output) || output.hasSuffix("/") {
            try writeFiles(into: output, readingOptions, options)
        } else if let output {
            try reading.forEachDocument(readingOptions) { read in
                try write(read, to: output, options)
            }
        } else {
            try writeToStandardOutput(readingOptions, options)
        }
    }

    /// All documents one after another, through one writer.
    private func writeToStandardOutput(_ readingOptions: ReadingOptions, _ options: WritingOptions) throws {
        var writer = to.writer(options)
        var bytes = ByteOutput { try StandardStream.output.write($0) }
        let outcome = Result {
            try reading.forEachDocument(readingOptions) { read in
                let findings = try writer.write(read.document, from: describe(read), to: &bytes)
                try bytes.flush()
                report(read.document.findings + findings, of: read)
            }
        }
        do {
            try writer.finish(to: &bytes)
            try bytes.flush()
        } catch {
            // What was said already is not said again.
            try outcome.get()
            try Failure(error, input: "-", reading.language).exit()
        }
        try outcome.get()
    }

    /// A file for each input, or for each of its tables where the format holds only one.
    private func writeFiles(into folder: String, _ readingOptions: ReadingOptions, _ options: WritingOptions) throws {
        do {
            try Folder.create(folder)
        } catch {
            try Failure(error, input: folder, reading.language).exit()
        }
        var names = FileNames(folder: folder)
        try reading.forEachDocument(readingOptions) { read in
            if to == .csv, table == nil {
                for (index, table) in read.document.tables.enumerated() where allTables || table.kind == .data {
                    var options = options
                    options.table = index + 1
                    try write(read, to: names.path(for: "\(read.baseName)-\(index + 1)", to.fileExtension), options)
                }
            } else {
                try write(read, to: names.path(for: read.baseName, to.fileExtension), options)
            }
        }
    }

    private func write(_ read: ReadDocument, to path: String, _ options: WritingOptions) throws {
        let file = try OutputFile(path)
        var bytes = ByteOutput { try file.write($0) }
        var writer = to.writer(options)
        let findings = try writer.write(read.document, from: describe(read), to: &bytes)
        try writer.finish(to: &bytes)
        try bytes.flush()
        try file.commit()
        report(read.document.findings + findings, of: read)
    }

    private func describe(_ read: ReadDocument) -> SourceDescription {
        SourceDescription(name: read.input, sha256: to == .json ? SHA256Digest.hexadecimal(of: read.bytes) : nil)
    }

    private func report(_ findings: [Finding], of read: ReadDocument) {
        let lines = findings.map { "\(read.input): \($0.line(in: reading.language))\n" }.joined()
        try? StandardStream.error.write(Array(lines.utf8))
    }
}

/// File names in one folder, each given once.
struct FileNames {
    private let folder: String
    private var used: Set<String> = []

    init(folder: String) {
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    }

    /// A path for a file of that base name: with a number behind it when the name is taken.
    mutating func path(for baseName: String, _ fileExtension: String) -> String {
        var name = "\(baseName).\(fileExtension)"
        var number = 2
        while !used.insert(name).inserted {
            name = "\(baseName)-\(number).\(fileExtension)"
            number += 1
        }
        return folder + name
    }
}
