@testable import Biaoge

/// One part of a bundled form as text: for each row its innermost label, or the words of a header, and its values.
struct PartText {
    /// What the lines hold, from left to right.
    var rows: [[String]] = []
    let title: String

    /// - Parameters:
    ///   - part: the part's identifier.
    ///   - form: 0 for the form of 2021, 1 for that of 2019.
    ///   - values: what stands in the slots, by their keys behind the part's identifier; `other` where nothing is told.
    init(_ id: String, form: Int = 0, _ values: [String: String] = [:], other: String = "0") {
        guard let part = Form.bundled[form].parts.first(where: { $0.id == id }) else {
            title = ""
            return
        }
        title = part.title
        for row in part.rows where row.variant?.isUsual ?? true {
            let labels = row.role == .values ? Array(row.labels.suffix(1)) : row.labels
            rows.append(labels + part.slots[row.slots].map { values[String($0.key.dropFirst(id.count + 1))] ?? other })
        }
    }

    /// Numbers of one person each, and their totals, by the keys of rows.
    static func persons(_ numbers: [String: String]) -> [String: String] { alone(numbers, in: "person") }

    /// Numbers that stand alone in a column, and their totals, by the keys of rows.
    static func alone(_ numbers: [String: String], in column: String) -> [String: String] {
        numbers.reduce(into: [:]) { ($0["\($1.key):\(column)"], $0["\($1.key):total"]) = ($1.value, $1.value) }
    }

    /// Puts the fields of a row behind the first ones on a row of their own below it.
    mutating func breakRow(_ row: Int, behind count: Int) {
        rows.insert(Array(rows[row].dropFirst(count)), at: row + 1)
        rows[row].removeSubrange(count...)
    }

    /// Puts values behind labels, in place of what stands there: by the beginnings of labels, with commas between them.
    mutating func put(_ values: [String: String]) {
        for (label, values) in values {
            rows[row(label)].replaceSubrange(
                1..., with: values.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
    }

    /// The index of the row whose label, be it in place, begins with some text.
    func row(_ label: String) -> Int { rows.firstIndex { $0.first { !$0.isEmpty }?.hasPrefix(label) ?? false } ?? 0 }

    /// The column in which the table of requests has a label: groups behind one other, items behind two.
    static func column(ofLabel label: String) -> Int? { label.first.map { $0 == "（" ? 1 : $0.isASCII ? 2 : 0 } }

    /// Puts an empty field in front of the labels of groups, and two in front of those of items, as the table of requests has them.
    ///
    /// - Parameter withCovered: whether what a label covers has fields too, so that all rows are as wide.
    mutating func putLabelsInPlace(withCovered: Bool = false) {
        for row in rows.indices where rows[row].count == 8 {
            guard let place = Self.column(ofLabel: rows[row][0]) else { continue }
            rows[row].insert(contentsOf: [String](repeating: "", count: place), at: 0)
            if withCovered { rows[row].insert(contentsOf: [String](repeating: "", count: 2 - place), at: place + 1) }
        }
    }

    /// A row of requests with its labels in place, each of which covers what it does on the form, as ``valuesOnPage(_:)`` may write it.
    static func cells(_ row: [String]) -> String {
        let place = row.firstIndex { $0 != "" } ?? 0
        let label = "<td colspan=\(max(1, 3 - place))>\(row[place])"
        return String(repeating: "<td>", count: place) + label + row[(place + 1)...].map { "<td>\($0)" }.joined()
    }

    /// A row with a cell a line, as ``solved(_:)`` may write it.
    static func cellLines(_ row: [String]) -> String { row.map { "\t\($0)\n" }.joined() }

    /// A row with bars at both edges too.
    static func bars(_ row: [String]) -> String { "| " + row.joined(separator: " | ") + " |" }

    /// The states of a row's values, as ``solved(_:)`` gives them.
    static func states(_ values: [String: String], _ row: String) -> Set<Substring> {
        Set(values.filter { $0.key.hasPrefix(row + ":") }.map { $0.value.split(separator: " ")[0] })
    }

    /// The values of a page with this part as its table.
    ///
    /// - Parameter cells: how the cells of a row are written.
    func valuesOnPage(_ cells: ([String]) -> String = { "<td>" + $0.joined(separator: "<td>") }) throws -> [Value] {
        let html = "<html><h1>\(title)</h1><table><tr>" + rows.map(cells).joined(separator: "<tr>") + "</table></html>"
        return try Document(reading: Array(html.utf8)).values
    }

    /// The values of the report that has this part, as `state number`, by their keys behind the part's identifier.
    ///
    /// - Parameter line: how a row is written.
    func solved(_ line: ([String]) -> String = { $0.joined(separator: "\t") }) throws -> [String: String] {
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\n\(title)\n\n" + rows.map(line).joined(separator: "\n") + "\n"
        let document = try Document(reading: Array(text.utf8))
        let pairs = document.values.map { value in
            (String(value.key.split(separator: ".", maxSplits: 1)[1]), "\(value.state) \(value.number)")
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
