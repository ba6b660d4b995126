internal import Biaoge

/// The values of a document, taken apart once for all exports.
struct StoredValues: Sendable {
    /// One value; the ranges stand in ``StoredValues/text``.
    struct Row: Sendable {
        var slot: Int
        var number: Range<Int>
        var place: Place
        /// Its index in ``Value/State``.
        var state: Int
        var raw: Range<Int>
        var note: Range<Int>
    }

    /// Where a value stands.
    enum Place: Sendable {
        case line(Int)
        /// The numbers of table, row and column, from 1.
        case cell(table: Int, row: Int, column: Int)
        /// As people cite it.
        case text(Range<Int>)
    }

    /// The JSON, in which most texts stand as they are; behind it those that were escaped there.
    private(set) var text: [UInt8]
    private(set) var rows: [Row] = []

    /// Takes the JSON of ``DocumentWork`` apart: for each value its slot, its number and its place; when it was not just read, its state,
    /// the source's text and a note besides. It is the innermost loop of the exports, so it copies nothing that it need not.
    init(_ json: [UInt8]) {
        text = json
        rows.reserveCapacity(json.count / 16)
        var reader = Reader(json)
        while let row = reader.next() { rows.append(row) }
        text += reader.unescaped
    }

    /// The text of a range as a string.
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// A place as people cite it.
    func string(_ place: Place) -> String {
        switch place {
        case .line(let line): Biaoge.Place(line: line).citation
        case .cell(let table, let row, let column): Biaoge.Place(table: table - 1, row: row - 1, column: column - 1).citation
        case .text(let range): string(range)
        }
    }
}

/// Goes through the JSON of values.
private struct Reader {
    private let json: [UInt8]
    private var position = 1
    /// Texts that were escaped, one after another.
    private(set) var unescaped: [UInt8] = []

    init(_ json: [UInt8]) {
        self.json = json
    }

    mutating func next() -> StoredValues.Row? {
        if peek == UInt8(ascii: ",") { position += 1 }
        guard peek == UInt8(ascii: "[") else { return nil }
        let slot = takeNumber()
        let number = takeString()
        var row = StoredValues.Row(slot: slot, number: number, place: takePlace(), state: 0, raw: number, note: 0..<0)
        if peek == UInt8(ascii: ",") {
            row.state = Self.state(json[takeString()])
            row.raw = takeString()
            row.note = takeString()
        }
        // The bracket that ends the row.
        position += 1
        return row
    }

    private var peek: UInt8 { position < json.count ? json[position] : 0 }

    /// Takes the number that begins behind a comma or a bracket.
    private mutating func takeNumber() -> Int {
        position += 1
        var number = 0
        while position < json.count, json[position] >= 0x30, json[position] <= 0x39 {
            number = number &* 10 &+ Int(json[position] &- 0x30)
            position += 1
        }
        return number
    }

    private mutating func takePlace() -> StoredValues.Place {
        switch position + 1 < json.count ? json[position + 1] : 0 {
        case UInt8(ascii: "\""): return .text(takeString())
        case UInt8(ascii: "["):
            position += 1
            let place = StoredValues.Place.cell(table: takeNumber(), row: takeNumber(), column: takeNumber())
            position += 1
            return place
        default: return .line(takeNumber())
        }
    }

    /// Takes the string that begins behind a comma and gives the place of its text.
    private mutating func takeString() -> Range<Int> {
        // The comma and the quote.
        let start = min(position + 2, json.count)
        var end = start
        while end < json.count, json[end] != UInt8(ascii: "\""), json[end] != UInt8(ascii: "\\") { end += 1 }
        if end < json.count, json[end] == UInt8(ascii: "\\") {
            let range = JSONRows.takeString(from: json, &position, to: &unescaped)
            return (json.count + range.lowerBound)..<(json.count + range.upperBound)
        }
        position = end + 1
        return start..<end
    }

    /// The states as they are written, in the order of ``Value/State``.
    private static let states = Value.State.allCases.map { Array($0.rawValue.utf8) }

    private static func state(_ text: ArraySlice<UInt8>) -> Int { states.firstIndex { text.elementsEqual($0) } ?? 0 }
}

extension Value.State {
    /// The state's place in the order of the columns that count states.
    var index: Int {
        switch self {
        case .read: 0
        case .repaired: 1
        case .derived: 2
        case .corrected: 3
        case .blank: 4
        case .missing: 5
        case .ambiguous: 6
        case .absent: 7
        }
    }
}
