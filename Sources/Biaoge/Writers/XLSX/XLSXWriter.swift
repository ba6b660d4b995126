internal import Zip

/// Writes a document as an Office Open XML workbook, its parts streamed into the zip.
struct XLSXWriter: Writer {
    private let options: WritingOptions

    init(_ options: WritingOptions) {
        self.options = options
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        let parts = WorkbookPackage(try Workbook(document, from: source, options)).parts
        let entries = ([ContentTypesPart(parts: parts)] + parts).map(Self.entry)
        try ZipWriter.write(entries) { piece in
            output.buffer += piece
            try output.flushIfFull()
        }
        return options.tableFinding(document)
    }

    private static func entry(of part: any PackagePart) -> ZipWriter.Entry {
        var part: (any PackagePart)? = part
        var isFirst = true
        return ZipWriter.Entry(name: String(part?.name.dropFirst() ?? "")) {
            guard var writing = part else { return nil }
            // Moved out and back, so that the part is not copied when it changes.
            part = nil
            var xml = MarkupText(.spreadsheet)
            if isFirst { xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }
            isFirst = false
            if writing.write(to: &xml) { part = writing }
            return xml.bytes
        }
    }
}
