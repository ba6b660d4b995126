internal import Biaoge

/// The values of a document, taken apart once for all exports.
struct StoredValues {
    /// One value; the ranges stand in ``StoredValues/text``.
    struct Row {
        var slot: Int
        var number: Range<Int>
        /// Its index in ``Value/State``.
        var state: Int
        var raw: Range<Int>
        var place: Range<Int>
        var note: Range<Int>
    }

    /// The JSON, in which most texts stand as they are; behind it those that were escaped there.
    private(set) var text: [UInt8]
    private(set) var rows: [Row] = []

    /// Takes the JSON of ``DocumentWork`` apart; it is the innermost loop of the exports, so it copies nothing that it need not.
    init(_ json: [UInt8]) {
        text = json
        rows.reserveCapacity(json.count / 40)
        var unescaped: [UInt8] = []
        let bytes = json.span
        var position = 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
            position += bytes[position] == UInt8(ascii: ",") ? 2 : 1
            var slot = 0
            while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
                slot = slot &* 10 &+ Int(bytes[position] &- 0x30)
                position += 1
            }
            let number = Self.takeString(json, bytes, &position, &unescaped)
            let state = Self.state(bytes, Self.takeString(json, bytes, &position, &unescaped))
            let raw = Self.takeString(json, bytes, &position, &unescaped)
            let place = Self.takeString(json, bytes, &position, &unescaped)
            let note = Self.takeString(json, bytes, &position, &unescaped)
            rows.append(Row(slot: slot, number: number, state: state, raw: raw, place: place, note: note))
            // The bracket that ends the row.
            position += 1
        }
        text += unescaped
    }

    /// Takes the string that begins behind a comma and gives the place of its text.
    private static func takeString(
        _ json: [UInt8], _ bytes: Span<UInt8>, _ position: inout Int, _ unescaped: inout [UInt8]
    ) -> Range<Int> {
        // The comma and the quote.
        let start = min(position + 2, bytes.count)
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\\") {
            let range = JSONRows.takeString(from: json, &position, to: &unescaped)
            return (bytes.count + range.lowerBound)..<(bytes.count + range.upperBound)
        }
        position = end + 1
        return start..<end
    }

    /// The states as they are written, in the order of ``Value/State``.
    private static let states = Value.State.allCases.map { Array($0.rawValue.utf8) }

    private static func state(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        for (index, state) in states.enumerated() where state.count == range.count {
            if state.indices.allSatisfy({ state[$0] == bytes[range.lowerBound + $0] }) { return index }
        }
        return 0
    }

    /// The text of a range as a string.
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

extension Value.State {
    /// The state's place in the order of the columns that count states.
    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
