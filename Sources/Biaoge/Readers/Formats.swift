/// Every format that is read, and its reader.
let readers: [Format: any Reader.Type] = [
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
        let detection = Detection.of(bytes)
        guard let reader = readers[detection.format] else { throw .unsupported(detection.format) }
        self = try reader.read(Source(bytes: bytes, detection: detection), options: options)
    }
}
