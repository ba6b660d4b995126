/// The comments of a sheet (ECMA-376 part 1, 18.7.6).
struct CommentsPart: PackagePart {
    /// The most characters of a comment that are shown; the source text stands in full on the sheet 数据.
    private static let maximumLength = 1_000

    let name: String
    let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
    private let remarks: [WorkbookSheet.Remark]
    private var next = 0

    init(_ remarks: [WorkbookSheet.Remark], number: Int) {
        name = "/xl/comments\(number).xml"
        self.remarks = remarks
    }

    mutating func write(to xml: inout MarkupText) -> Bool {
        if next == 0 {
            xml.markup("<comments xmlns=\"\(Namespace.main)\"><authors><author>biaoge</author></authors><commentList>")
        }
        while next < remarks.count, xml.bytes.count < pieceSize {
            let remark = remarks[next]
            next += 1
            xml.markup("<comment ref=\"\(CellReference.of(row: remark.row, column: remark.column))\" authorId=\"0\">")
            xml.markup("<text><r><rPr><sz val=\"9\"/><rFont val=\"宋体\"/></rPr><t>")
            let text = remark.lines.joined(separator: "\n")
            xml.text(text.utf16.count > Self.maximumLength ? text.prefix(Self.maximumLength) + "…" : text)
            xml.markup("</t></r></text></comment>")
        }
        guard next == remarks.count else { return true }
        xml.markup("</commentList></comments>")
        return false
    }
}
