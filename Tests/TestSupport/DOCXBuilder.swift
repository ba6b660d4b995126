/// Makes small WordprocessingML packages from fragments, for tests and samples.
public struct DOCXBuilder {
    /// What stands in `w:body`.
    public var body: String
    /// What stands in `w:styles`.
    public var styles: String?
    /// What stands in `w:numbering`.
    public var numbering: String?
    /// What stands in `w:footnotes`.
    public var footnotes: String?
    /// What stands in `w:endnotes`.
    public var endnotes: String?
    /// What stands in `w:hdr`.
    public var header: String?
    /// Further entries of the archive.
    public var others: [StoredZip.Entry] = []
    /// Whether the namespaces are those of strict files.
    public var isStrict = false
    /// The name of the main part inside the archive.
    public var mainPart = "word/document.xml"
    /// How the package's relationships name the main part.
    public var mainTarget = "word/document.xml"
    /// The content type of the main part.
    public var mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    /// A document with a body.
    public init(_ body: String) {
        self.body = body
    }

    /// The package as a zip archive.
    public var bytes: [UInt8] { StoredZip(entries).bytes }

    /// The parts of the package.
    public var entries: [StoredZip.Entry] {
        [StoredZip.Entry("[Content_Types].xml", contentTypes), StoredZip.Entry("_rels/.rels", packageRelationships)]
            + [StoredZip.Entry(mainPart, main)]
            + [StoredZip.Entry(folder + "_rels/" + (mainPart.split(separator: "/").last ?? "") + ".rels", relationships)]
            + subparts.map { StoredZip.Entry(folder + $0.name + ".xml", $0.text) } + others
    }

    /// The package as one XML document.
    public var flat: [UInt8] {
        var text = declaration + #"<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">"#
        for entry in entries where entry.name != "[Content_Types].xml" {
            let xml = String(decoding: entry.bytes, as: UTF8.self).dropFirst(declaration.count)
            let type = entry.name == mainPart ? mainType : "application/xml"
            text +=
                #"<pkg:part pkg:name="/\#(entry.name)" pkg:contentType="\#(type)"><pkg:xmlData>\#(xml)</pkg:xmlData></pkg:part>"#
        }
        return Array((text + "</pkg:package>").utf8)
    }

    private var folder: String {
        mainPart.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    }

    private var subparts: [(name: String, text: String)] {
        [
            ("styles", styles, "styles"), ("numbering", numbering, "numbering"), ("footnotes", footnotes, "footnotes"),
            ("endnotes", endnotes, "endnotes"), ("header", header, "hdr"),
        ].compactMap { name, content, root in
            content.map { (name, declaration + "<w:\(root) \(namespaces)>\($0)</w:\(root)>") }
        }
    }

    private let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

    private var office: String {
        isStrict ? "http://purl.oclc.org/ooxml/officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006"
    }

    private var namespaces: String {
        let word =
            isStrict
            ? "http://purl.oclc.org/ooxml/wordprocessingml/main" : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return [
            ("w", word), ("r", office + "/relationships"), ("m", office + "/math"),
            ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
            ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"), ("v", "urn:schemas-microsoft-com:vml"),
        ].map { #"xmlns:\#($0)="\#($1)""# }.joined(separator: " ")
    }

    private var main: String {
        declaration + "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
    }

    private var contentTypes: String {
        declaration + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + #"<Override PartName="/\#(mainPart)" ContentType="\#(mainType)"/></Types>"#
    }

    private var packageRelationships: String {
        relationships([(office + "/relationships/officeDocument", mainTarget)])
    }

    private var relationships: String {
        relationships(subparts.map { (office + "/relationships/" + $0.name, $0.name + ".xml") })
    }

    private func relationships(_ all: [(type: String, target: String)]) -> String {
        var text = declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
        for (index, relationship) in all.enumerated() {
            text += #"<Relationship Id="rId\#(index + 1)" Type="\#(relationship.type)" Target="\#(relationship.target)"/>"#
        }
        return text + "</Relationships>"
    }
}
