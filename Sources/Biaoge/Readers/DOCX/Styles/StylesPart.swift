import XML

/// Reads styles.xml: what ``Style`` keeps of it, and no layout (ECMA-376 part 1, 17.7).
struct StylesPart: XMLHandler {
    private enum Name: String, CaseIterable {
        case style, name, basedOn, pPr, rPr, outlineLvl, numPr, numId, ilvl, vanish, pPrChange, rPrChange, tblStylePr
    }

    private static let names: (vocabulary: Vocabulary, byToken: [Name?]) = {
        var names = WordNames()
        let tokens = Name.allCases.map { (names.token(.wordprocessing, $0.rawValue), $0) }
        var byToken = [Name?](repeating: nil, count: names.count)
        for (token, name) in tokens { byToken[token] = name }
        return (names.vocabulary, byToken)
    }()

    static var vocabulary: Vocabulary { names.vocabulary }

    private var styles: [Style] = []
    private var defaultParagraph: String?
    private var style: Style?
    /// Elements open inside one that does not count: earlier properties, conditional formats of table styles.
    private var skipped = 0

    /// What was read.
    var result: Styles { Styles(styles, defaultParagraph: defaultParagraph) }

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        guard token >= 0, let name = StylesPart.names.byToken[token] else { return }
        switch name {
        case .style:
            let id = element.string(.styleId) ?? ""
            style = Style(id: id)
            if element.has(.type, "paragraph"),
                element.has(.default, "1") || element.has(.default, "true") || element.has(.default, "on")
            {
                defaultParagraph = id
            }
        case .name:
            let name = (element.string(.val) ?? "").lowercased()
            style?.name = name
            // Word knows its built-in headings by name, even where the style does not state its level.
            if let level = headingLevel(name), style?.outlineLevel == nil { style?.outlineLevel = level }
        case .basedOn: style?.basedOn = element.string(.val)
        case .outlineLvl: style?.outlineLevel = element.integer(.val)
        case .numId: style?.numberingID = element.integer(.val)
        case .ilvl: style?.numberingLevel = element.integer(.val)
        case .vanish: style?.isHidden = element.isOn
        case .pPrChange, .rPrChange, .tblStylePr: skipped = 1
        case .pPr, .rPr, .numPr: break
        }
    }

    mutating func endElement(_ token: Int) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard token >= 0, StylesPart.names.byToken[token] == .style, let style else { return }
        styles.append(style)
        self.style = nil
    }

    func characters(_ utf8: Span<UInt8>) {}

    /// The outline level of a built-in heading style's name: `heading 1` is 0.
    private func headingLevel(_ name: String) -> Int? {
        let bytes = Array(name.utf8)
        guard bytes.count == 9, bytes.starts(with: "heading ".utf8), let digit = bytes.last,
            (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit)
        else { return nil }
        return Int(digit - UInt8(ascii: "1"))
    }
}
