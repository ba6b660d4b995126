/// Reads Rich Text Format: .rtf, and many a file named .doc.
///
/// The text is read like a dump with a tab behind each cell and a line for each row, and the lines that places name are lines of that text.
enum RTFReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        var rich = RichText(source.bytes, limits: options.limits)
        try rich.read()
        let text = rich.output.decoded()
        let detection = Detection(format: DumpDetection(text.utf8).answer.0)
        let dump = Source(bytes: text.utf8, detection: detection, findings: source.findings + text.findings)
        var document = try DumpReader.read(dump, options: options)
        document.format = .rtf
        return document
    }
}
