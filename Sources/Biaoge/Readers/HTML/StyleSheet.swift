internal import Memory

/// What the style sheets that stand in a page say of what is not shown, is struck out or raised (CSS 2.1, chapters 4 to 6).
///
/// Only selectors of one element are read: its name, class and id (`td.gone`, `#old`, `.tab.open`). What asks for a place, a state or a
/// medium other than the screen is passed over, so that too little is hidden sooner than too much.
struct StyleSheet {
    private struct Rule {
        var name: [UInt8] = []
        var id: [UInt8] = []
        var classes: [[UInt8]] = []
        var style: StyleDeclarations
        /// Of equally weighty rules the last one wins.
        let order: Int
        /// What wins of several rules: an id, more classes, a name.
        var weight: Int { (id.isEmpty ? 0 : 10_000) + classes.count * 100 + (name.isEmpty ? 0 : 1) }

        func wins(over other: Rule) -> Bool { (weight, order) > (other.weight, other.order) }
    }

    /// The rules by what they ask for first: `.class`, `#id` or a name.
    private var rules: [[UInt8]: [Rule]] = [:]
    /// No sheet that people write has more for one class, and so no page takes longer than its length tells.
    private static let maximumRules = 16

    private var ruleCount = 0

    /// Whether the sheets say nothing.
    var isEmpty: Bool { rules.isEmpty }

    /// What the rules say of an element: whether it is shown at all, `nil` where they do not say it, and what marks its text.
    ///
    /// - Parameters:
    ///   - name: what the element is called; the reader does not know all that a sheet may ask for, such as `b`.
    ///   - classes: the value of its attribute.
    func style(of name: [UInt8], isTablePart: Bool, id: [UInt8], classes: [UInt8]) -> (isHidden: Bool?, mark: TextMark?) {
        let classes = classes.split(whereSeparator: TextLines.isWhiteSpace)
        var winner: Rule?
        var mark: TextMark?
        let keys = classes.map { [UInt8(ascii: ".")] + $0 } + [[UInt8(ascii: "#")] + id, name]
        for rule in keys.lazy.compactMap({ rules[$0] }).joined() {
            guard rule.name.isEmpty || rule.name == name, rule.id.isEmpty || rule.id == id,
                rule.classes.allSatisfy({ own in classes.contains { $0.elementsEqual(own) } })
            else { continue }
            if rule.style.isHidden || rule.style.isShown, winner.map({ rule.wins(over: $0) }) ?? true { winner = rule }
            mark = rule.style.mark(ofTablePart: isTablePart) ?? mark
        }
        return (winner?.style.isHidden, mark)
    }

    /// Adds the rules of a sheet.
    mutating func add(_ sheet: [UInt8]) {
        let text = Self.withoutComments(sheet)
        var start = 0
        while let open = text[start...].firstIndex(of: UInt8(ascii: "{")) {
            // What a statement without a block ends with, and the end of a block around rules.
            let from = text[start..<open].lastIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "}") }.map { $0 + 1 } ?? start
            let selectors = text[from..<open]
            if selectors.contains(UInt8(ascii: "@")) {
                start = Self.isForScreens(selectors) ? open + 1 : Self.end(ofBlock: open, in: text)
                continue
            }
            let end = text[open...].firstIndex(of: UInt8(ascii: "}")) ?? text.endIndex
            add(selectors, StyleDeclarations(text[(open + 1)..<end].span))
            start = min(end + 1, text.endIndex)
        }
    }

    private mutating func add(_ selectors: ArraySlice<UInt8>, _ declarations: StyleDeclarations) {
        var style = declarations
        // White on what may be a dark ground is no sign of anything.
        if style.mark == .pale { style.forgetMark() }
        guard style.isHidden || style.isShown || style.mark(ofTablePart: false) != nil else { return }
        for selector in selectors.split(separator: UInt8(ascii: ",")) {
            let words = selector.split(whereSeparator: TextLines.isWhiteSpace)
            guard words.count == 1, let rule = Self.rule(words[0], style, order: ruleCount) else { continue }
            ruleCount += 1
            let key =
                rule.classes.first.map { [UInt8(ascii: ".")] + $0 }
                ?? (rule.id.isEmpty ? rule.name : [UInt8(ascii: "#")] + rule.id)
            if rules[key]?.count ?? 0 < Self.maximumRules { rules[key, default: []].append(rule) }
        }
    }

    /// The rule of a selector of one element; `nil` for any other.
    private static func rule(_ selector: ArraySlice<UInt8>, _ style: StyleDeclarations, order: Int) -> Rule? {
        var rule = Rule(style: style, order: order)
        var rest = selector
        while let first = rest.first {
            let sign = first == UInt8(ascii: ".") || first == UInt8(ascii: "#") ? first : nil
            if sign != nil { rest.removeFirst() }
            let word = Array(rest.prefix(while: isNamePart))
            guard !word.isEmpty else { return nil }
            rest = rest.dropFirst(word.count)
            switch sign {
            case UInt8(ascii: "."): rule.classes.append(word)
            case nil: rule.name = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            default: rule.id = word
            }
        }
        return rule
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
            || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Whether a rule for media is for every screen.
    private static func isForScreens(_ prelude: ArraySlice<UInt8>) -> Bool {
        let words = prelude.split(whereSeparator: TextLines.isWhiteSpace).map(Array.init)
        return words.count == 2 && words[0] == Array("@media".utf8)
            && [Array("screen".utf8), Array("all".utf8)].contains(words[1])
    }

    /// Where a block with blocks in it ends.
    private static func end(ofBlock open: Int, in text: [UInt8]) -> Int {
        var depth = 0
        for index in open..<text.endIndex {
            if text[index] == UInt8(ascii: "{") { depth += 1 }
            if text[index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return text.endIndex
    }

    private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var rest = sheet[...]
        while let start = rest.indices.first(where: { rest[$0...].starts(with: "/*".utf8) }) {
            text += rest[..<start]
            let end = rest[(start + 2)...].indices.first { rest[$0...].starts(with: "*/".utf8) }
            rest = rest[(end.map { $0 + 2 } ?? rest.endIndex)...]
        }
        return text + rest
    }
}
