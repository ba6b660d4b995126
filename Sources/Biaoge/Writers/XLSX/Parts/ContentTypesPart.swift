/// The content types of the parts (ECMA-376 part 2, 7.2); a zip has this entry, a flat document does not.
struct ContentTypesPart: PackagePart {
    let name = "/[Content_Types].xml"
    let contentType = ""
    let parts: [any PackagePart]

    mutating func write(to xml: inout MarkupText) -> Bool {
        xml.markup("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
        xml.markup("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        xml.markup("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        xml.markup("<Default Extension=\"vml\" ContentType=\"\(CommentShapesPart.type)\"/>")
        for part in parts where !part.name.hasSuffix(".rels") && !part.name.hasSuffix(".vml") {
            xml.markup("<Override PartName=\"\(part.name)\" ContentType=\"\(part.contentType)\"/>")
        }
        xml.markup("</Types>")
        return false
    }
}
