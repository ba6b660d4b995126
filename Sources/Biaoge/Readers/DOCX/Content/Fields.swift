/// The complex fields that are open where the reader stands (ECMA-376 part 1, 17.16.18).
///
/// A field has a code and, behind its separator, the result that was stored when it was last calculated. The result is
/// text like any other; the code never shows, and nothing is calculated anew.
struct Fields: Sendable {
    /// One field that has begun and not ended.
    struct Open: Sendable {
        var isInResult = false
        /// The code, as far as it was needed to know the field's name.
        var instruction: [UInt8] = []
        /// For a check box of the old forms: whether it is ticked.
        var isChecked: Bool?
        var isCheckedByDefault = false
        /// For a list of the old forms: its entries and which is chosen.
        var entries: [String] = []
        var choice = 0
    }

    /// The open fields, outer before inner.
    private(set) var open: [Open] = []
    /// Whether text here is part of a code.
    private(set) var hidesText = false

    /// How many fields are open.
    var count: Int { open.count }

    mutating func begin() {
        open.append(Open())
        hidesText = true
    }

    mutating func separate() {
        guard !open.isEmpty else { return }
        open[open.count - 1].isInResult = true
        updateHiding()
    }

    /// Ends the innermost field and returns it; `nil` when none is open.
    mutating func end() -> Open? {
        let field = open.popLast()
        updateHiding()
        return field
    }

    /// Ends every field beyond the first `count`; they never ended by themselves.
    ///
    /// - Returns: whether there was any.
    mutating func closeAll(beyond count: Int) -> Bool {
        guard open.count > count else { return false }
        open.removeLast(open.count - count)
        updateHiding()
        return true
    }

    mutating func addInstruction(_ utf8: Span<UInt8>) {
        guard let last = open.indices.last, !open[last].isInResult, open[last].instruction.count < 64 else { return }
        open[last].instruction.append(utf8)
    }

    mutating func withInnermost(_ change: (inout Open) -> Void) {
        guard let last = open.indices.last else { return }
        change(&open[last])
    }

    private mutating func updateHiding() {
        hidesText = open.contains { !$0.isInResult }
    }
}

extension Fields.Open {
    /// The name of the field, such as `PAGE`, in upper case.
    var name: String {
        let word = instruction.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
        return String(decoding: word, as: UTF8.self).uppercased()
    }

    /// What the field shows although no result is stored: the check boxes and lists of the old forms.
    var formText: String? {
        switch name {
        case "FORMCHECKBOX": isChecked ?? isCheckedByDefault ? "☒" : "☐"
        case "FORMDROPDOWN": entries.indices.contains(choice) ? entries[choice] : nil
        default: nil
        }
    }

    /// Whether the field is one that never shows anything: index entries, variables, prompts and the like.
    var isInvisible: Bool {
        [
            "", "ASK", "BOOKMARK", "DATA", "FILLIN", "FORMTEXT", "FORMDROPDOWN", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET",
            "SKIPIF", "TA", "TC", "XE",
        ]
        .contains(name)
    }
}
