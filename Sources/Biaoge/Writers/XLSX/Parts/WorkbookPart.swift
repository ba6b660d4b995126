/// The workbook part: the names of the sheets (ECMA-376 part 1, 18.2.27).
struct WorkbookPart: PackagePart {
    let name = "/xl/workbook.xml"
    let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    let sheetNames: [String]

    mutating func write(to xml: inout MarkupText) -> Bool {
        xml.markup("<workbook xmlns=\"\(Namespace.main)\" xmlns:r=\"\(Namespace.relationships)\"><sheets>")
        for (index, name) in sheetNames.enumerated() {
            xml.markup("<sheet name=\"")
            xml.text(name)
            xml.markup("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
        }
        xml.markup("</sheets></workbook>")
        return false
    }
}
