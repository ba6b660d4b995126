/// The numbers of ordered lists (WHATWG HTML 4.4.5 to 4.4.8); bullets have no text.
struct ListMarkers {
    private struct List {
        var next: Int?
        var style: UInt8
    }

    private var lists: [List] = []

    /// A list begins; `ol` ones count.
    mutating func begin(isOrdered: Bool, start: Int?, style: UInt8?) {
        lists.append(List(next: isOrdered ? start ?? 1 : nil, style: style ?? UInt8(ascii: "1")))
    }

    /// The innermost list ends.
    mutating func end() {
        if !lists.isEmpty { lists.removeLast() }
    }

    /// What stands before the next item, if anything; `value` is the item's own number.
    mutating func nextMarker(value: Int?) -> String? {
        guard let last = lists.indices.last, let next = lists[last].next else { return nil }
        let number = value ?? next
        lists[last].next = number + 1
        return Self.text(number, lists[last].style) + "."
    }

    private static func text(_ number: Int, _ style: UInt8) -> String {
        switch style {
        case UInt8(ascii: "a") where number > 0: letters(number, first: 0x61)
        case UInt8(ascii: "A") where number > 0: letters(number, first: 0x41)
        case UInt8(ascii: "i"): RomanNumeral.text(number)?.lowercased() ?? String(number)
        case UInt8(ascii: "I"): RomanNumeral.text(number) ?? String(number)
        default: String(number)
        }
    }

    /// a, b … z, aa, ab …
    private static func letters(_ number: Int, first: UInt8) -> String {
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            letters.insert(first + UInt8((rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
