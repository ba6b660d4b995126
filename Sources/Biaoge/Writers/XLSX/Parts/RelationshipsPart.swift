/// The relationships of a part or of the whole package (ECMA-376 part 2, 6.5).
struct RelationshipsPart: PackagePart {
    /// What an element of a part points to by its identifier.
    struct Relationship {
        let id: String
        /// The last word of the type, such as `worksheet`.
        let type: String
        let target: String
    }

    let name: String
    let contentType = "application/vnd.openxmlformats-package.relationships+xml"
    let relationships: [Relationship]

    mutating func write(to xml: inout MarkupText) -> Bool {
        xml.markup("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
        for relationship in relationships {
            xml.markup("<Relationship Id=\"\(relationship.id)\" Type=\"\(Namespace.relationships)/\(relationship.type)\" ")
            xml.markup("Target=\"\(relationship.target)\"/>")
        }
        xml.markup("</Relationships>")
        return false
    }
}
