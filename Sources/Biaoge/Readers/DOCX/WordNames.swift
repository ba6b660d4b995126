import XML

/// The namespaces that WordprocessingML parts use: each in its transitional and its strict form (ECMA-376 parts 1 and 4).
enum WordNamespace: CaseIterable {
    case wordprocessing, math, compatibility, relationships, chart, diagram, office, xml
    /// For attributes without prefix.
    case none

    /// The addresses that mean this namespace.
    var addresses: [String] {
        switch self {
        case .wordprocessing:
            ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"]
        case .math:
            ["http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"]
        case .compatibility: ["http://schemas.openxmlformats.org/markup-compatibility/2006"]
        case .relationships:
            [
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ]
        case .chart: ["http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"]
        case .diagram:
            ["http://schemas.openxmlformats.org/drawingml/2006/diagram", "http://purl.oclc.org/ooxml/drawingml/diagram"]
        case .office: ["urn:schemas-microsoft-com:office:office"]
        case .xml: ["http://www.w3.org/XML/1998/namespace"]
        case .none: []
        }
    }
}

/// The attributes that the reader looks at. Their tokens come first in every vocabulary made by ``WordNames``.
enum WordAttribute: Int, CaseIterable {
    case val, id, type, char, font, fldCharType, vMerge, vMergeOrig, customMarkFollows, styleId, basedOn, `default`
    case numId, abstractNumId, ilvl, format, requires, space, relationshipID, chr

    fileprivate var name: (WordNamespace, String) {
        switch self {
        case .val: (.wordprocessing, "val")
        case .id: (.wordprocessing, "id")
        case .type: (.wordprocessing, "type")
        case .char: (.wordprocessing, "char")
        case .font: (.wordprocessing, "font")
        case .fldCharType: (.wordprocessing, "fldCharType")
        case .vMerge: (.wordprocessing, "vMerge")
        case .vMergeOrig: (.wordprocessing, "vMergeOrig")
        case .customMarkFollows: (.wordprocessing, "customMarkFollows")
        case .styleId: (.wordprocessing, "styleId")
        case .basedOn: (.wordprocessing, "basedOn")
        case .default: (.wordprocessing, "default")
        case .numId: (.wordprocessing, "numId")
        case .abstractNumId: (.wordprocessing, "abstractNumId")
        case .ilvl: (.wordprocessing, "ilvl")
        case .format: (.wordprocessing, "format")
        case .requires: (.none, "Requires")
        case .space: (.xml, "space")
        case .relationshipID: (.relationships, "id")
        case .chr: (.wordprocessing, "chr")
        }
    }
}

/// Gives names their tokens: one token a name, whether it is met as an element or as an attribute.
struct WordNames {
    private(set) var vocabulary = Vocabulary()
    private(set) var count = 0

    /// Names for the attributes, and no element yet.
    init() {
        for attribute in WordAttribute.allCases {
            let (namespace, local) = attribute.name
            let token = token(namespace, local)
            assert(token == attribute.rawValue)
            // The same attributes in mathematics; and some writers leave the prefix away.
            if namespace == .wordprocessing {
                vocabulary.add(local, namespaces: WordNamespace.math.addresses, token: token)
                vocabulary.add(local, token: token)
            }
        }
    }

    /// The token of a name; a new one when the name is new.
    mutating func token(_ namespace: WordNamespace, _ local: String) -> Int {
        let addresses = namespace.addresses
        let known = vocabulary.token(local, namespace: addresses.first ?? "")
        if known >= 0 { return known }
        vocabulary.add(local, namespaces: addresses, token: count)
        count += 1
        return count - 1
    }
}

extension StartElement {
    /// The value of an attribute as text.
    func string(_ attribute: WordAttribute) -> String? { string(attribute.rawValue) }
    /// The value of an attribute as a number.
    func integer(_ attribute: WordAttribute) -> Int? { integer(attribute.rawValue) }
    /// Whether an attribute has exactly this value.
    func has(_ attribute: WordAttribute, _ word: StaticString) -> Bool { has(attribute.rawValue, word) }

    /// The value of an on-off element (ECMA-376 part 1, 17.17.4): on unless `w:val` says otherwise.
    var isOn: Bool { !(has(.val, "0") || has(.val, "false") || has(.val, "off")) }
}
