/// Every format that is read, and its reader.
let readers: [Format: any Reader.Type] = [
    .docx: DOCXReader.self,
    .flatOPC: FlatOPCReader.self,
    .html: HTMLReader.self,
    .tabDump: DumpReader.self,
    .cellDump: DumpReader.self,
    .pipeDump: DumpReader.self,
    .spaceDump: DumpReader.self,
    .lineDump: DumpReader.self,
    .text: DumpReader.self,
]

extension Document {
    /// Reads a document, whatever its format, and unless ``ReadingOptions/asIs`` is set repairs its tables.
    ///
    /// - Throws: ``ReadError`` when there is no document at all; everything less is among ``findings``.
    public init(reading bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws(ReadError) {
        let source = try Source(telling: bytes, encoding: options.encoding)
        guard let reader = readers[source.detection.format] else { throw .unsupported(source.detection.format) }
        self = try reader.read(source, options: options)
        ReportTitle.settle(&self, asIs: options.asIs)
        evidence = source.detection.evidence
    }
}
