/// Writes a document as a workbook in one flat XML document (Flat OPC, `pkg:package`), for pipelines that want no zip.
struct FlatOPCWriter: Writer {
    private let options: WritingOptions

    init(_ options: WritingOptions) {
        self.options = options
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        let parts = WorkbookPackage(try Workbook(document, from: source, options)).parts
        output.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        output.write("<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">")
        for var part in parts {
            output.write("<pkg:part pkg:name=\"\(part.name)\" pkg:contentType=\"\(part.contentType)\"><pkg:xmlData>")
            var hasMore = true
            while hasMore {
                var xml = MarkupText(.spreadsheet)
                hasMore = part.write(to: &xml)
                output.buffer += xml.bytes
                try output.flushIfFull()
            }
            output.write("</pkg:xmlData></pkg:part>\n")
        }
        output.write("</pkg:package>\n")
        return options.tableFinding(document)
    }
}
