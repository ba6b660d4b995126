/// Follows an element whose text is not shown (WHATWG HTML 15.3.1, Hidden elements) until its end.
struct HiddenText {
    private var root: HTMLName?
    /// How many elements are open, the hidden one included; 0 when nothing is hidden.
    private var depth = 0
    /// How many tables are open inside.
    private var tables = 0

    /// Whether what comes now is hidden.
    var isActive: Bool { depth > 0 }

    /// Whether the text that is hidden now would have been text of the page: it is in an element that a style or an attribute hides,
    /// not in a script.
    var losesText: Bool { root?.isNeverShown != true }

    /// A hidden element begins.
    mutating func begin(_ name: HTMLName?) {
        (root, depth, tables) = (name, 1, name == .table ? 1 : 0)
    }

    /// An element begins inside.
    ///
    /// - Returns: whether it is hidden too. An element that cannot be inside the hidden one (a cell in a cell, a paragraph in a
    ///   paragraph) means that the end tag is missing: libxml2 does not notice that behind unclosed inline elements, and
    ///   the rest of the page must not vanish for it.
    mutating func hides(_ name: HTMLName?) -> Bool {
        if let name, endsRoot(name) {
            depth = 0
            return false
        }
        depth += 1
        if name == .table { tables += 1 }
        return true
    }

    /// An element ends inside, or the hidden one itself.
    mutating func end(_ name: HTMLName?) {
        depth -= 1
        if name == .table { tables -= 1 }
    }

    private func endsRoot(_ name: HTMLName) -> Bool {
        guard tables == 0 else { return false }
        switch root {
        case .td, .th: return name.isTablePart && name != .table
        case .tr: return [.tr, .tbody, .thead, .tfoot].contains(name)
        case .p, .h1, .h2, .h3, .h4, .h5, .h6: return name.isBlock || name.isTablePart
        case .option: return name == .option
        default: return false
        }
    }
}
