import XML

/// Reads numbering.xml into ``Numbering`` (ECMA-376 part 1, 17.9).
struct NumberingPart: XMLHandler {
    private enum Name: String, CaseIterable {
        case abstractNum, lvl, start, numFmt, lvlText, suff, lvlRestart, isLgl, pStyle, rFonts, lvlPicBulletId
        case numStyleLink, styleLink, num, abstractNumId, lvlOverride, startOverride
    }

    private static let names: (vocabulary: Vocabulary, byToken: [Name?], ascii: Int, fallback: Int) = {
        var names = WordNames()
        let tokens = Name.allCases.map { (names.token(.wordprocessing, $0.rawValue), $0) }
        let ascii = names.token(.wordprocessing, "ascii")
        // A format that only newer programs know stands in a Choice, with an older one in the Fallback: the first is kept.
        let fallback = names.token(.compatibility, "Fallback")
        var byToken = [Name?](repeating: nil, count: names.count)
        for (token, name) in tokens { byToken[token] = name }
        return (names.vocabulary, byToken, ascii, fallback)
    }()

    static var vocabulary: Vocabulary { names.vocabulary }

    private(set) var result = Numbering()
    private var abstractID: Int?
    private var instanceID: Int?
    private var overridden: Int?
    private var levelNumber = 0
    private var level: ListLevel?
    private var skipped = 0

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        if skipped > 0 || token == NumberingPart.names.fallback {
            skipped += 1
            return
        }
        guard token >= 0, let name = NumberingPart.names.byToken[token] else { return }
        switch name {
        case .abstractNum:
            abstractID = element.integer(.abstractNumId)
            if let abstractID, result.abstracts[abstractID] == nil { result.abstracts[abstractID] = Numbering.Abstract() }
        case .num: instanceID = element.integer(.numId)
        // As an element it says which list a `w:num` uses; as an attribute it names the list.
        case .abstractNumId:
            if let instanceID, let id = element.integer(.val) {
                result.instances[instanceID] = Numbering.Instance(abstractID: id)
            }
        case .lvlOverride: overridden = element.integer(.ilvl)
        case .startOverride:
            if let instanceID, let overridden { result.instances[instanceID]?.startOverrides[overridden] = element.integer(.val) }
        case .numStyleLink: if let abstractID { result.abstracts[abstractID]?.styleReference = element.string(.val) }
        case .styleLink: if let abstractID { result.abstracts[abstractID]?.style = element.string(.val) }
        case .lvl:
            levelNumber = element.integer(.ilvl) ?? 0
            level = ListLevel()
        default: readLevel(name, element)
        }
    }

    private mutating func readLevel(_ name: Name, _ element: borrowing StartElement) {
        switch name {
        case .start: level?.start = element.integer(.val) ?? 0
        case .numFmt:
            let value = element.string(.val) ?? ""
            let format = NumberFormat(name: value, custom: element.string(.format))
            level?.format = format ?? .decimal
            level?.unknownFormat = format == nil ? value : nil
        case .lvlText: level?.text = element.string(.val) ?? ""
        case .suff: level?.suffix = element.has(.val, "nothing") ? .nothing : element.has(.val, "space") ? .space : .tab
        case .lvlRestart: level?.restart = element.integer(.val)
        case .isLgl: level?.isLegal = element.isOn
        case .pStyle: level?.style = element.string(.val)
        case .rFonts: level?.font = element.string(NumberingPart.names.ascii)
        case .lvlPicBulletId: level?.isPicture = true
        default: break
        }
    }

    mutating func endElement(_ token: Int) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard token >= 0, let name = NumberingPart.names.byToken[token] else { return }
        switch name {
        case .lvl:
            if let instanceID {
                result.instances[instanceID]?.levelOverrides[levelNumber] = level
            } else if let abstractID {
                result.abstracts[abstractID]?.levels[levelNumber] = level
            }
            level = nil
        case .abstractNum: abstractID = nil
        case .num: instanceID = nil
        case .lvlOverride: overridden = nil
        default: break
        }
    }

    func characters(_ utf8: Span<UInt8>) {}
}
