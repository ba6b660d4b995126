@testable import Biaoge

/// The places that the text of a table leaves open, and every way to settle one of them.
struct OpenPlaces {
    typealias Content = Knowledge.Content

    /// One way to settle one open place.
    struct Alternative {
        /// Which place it settles.
        var place: Int
        /// What some slots would hold then.
        var contents: [Int: Content]
    }

    /// All ways, the true ones among them.
    private(set) var alternatives: [Alternative] = []
    private var place = 0

    private let table: GeneratedReport.PrintedTable
    private let isPacked: Bool
    private let layout: SourceLayout
    /// More ways than this to settle one place are not looked at.
    private static let most = 2000

    init(_ table: GeneratedReport.PrintedTable, _ report: GeneratedReport, _ layout: SourceLayout) {
        self.table = table
        self.layout = layout
        isPacked = report.numbers == .leftPacked
        let isShared = table.sharedColumn != nil && !isPacked && (layout.keepsEmpty || !report.numbers.leavesBlanks)
        if isShared { addSharedColumns() }
        for row in table.valueRows.map({ table.rows[$0] }) where !(isShared && row.isDamaged) {
            place += 1
            addPlacements(row)
        }
        addRowOrders()
    }

    // MARK: Rows that look whole

    /// What the slots of a row that is not whole seem to hold, when it looks like a whole one: nobody can see that it was broken, unless
    /// sums fail.
    func seeming(_ row: GeneratedReport.Row) -> [Int: Content]? {
        guard row.isDamaged else { return nil }
        var fields = fields(row, isSeen: true)
        if table.hasEmptyFirstColumn, layout.keepsEmpty { fields.removeFirst() }
        let gone = table.goneColumns
        let slots = row.slots.filter { !gone.contains($0 - row.slots.lowerBound) }
        // What fills a row up stands where a cell that was lost would.
        let text = TextTable(table, layout)
        let covered = row.values.reduce(0) { $0 + $1.span - 1 }
        let count =
            fields.count + text.filling(row, valueCount: fields.count + covered)
            - text.filling(row, valueCount: slots.count + covered) + (layout.keepsEmpty ? row.trailing : 0)
        if layout.hasFields { while fields.last == "" { fields.removeLast() } }
        // Where empty cells vanish, a label alone is that of a row of empty cells.
        if fields.isEmpty, !layout.keepsEmpty, table.truth.contains("") {
            return Dictionary(uniqueKeysWithValues: slots.map { ($0, Content.blank) })
        }
        // Where rows end behind their last number, one that ends early lacks nothing.
        let endEarly =
            layout.hasFields
            && table.valueRows.map { table.rows[$0] }.contains { row in
                !row.isDamaged && row.values.count < row.slots.count - gone.count
            }
        guard fields.count <= slots.count, count >= slots.count || endEarly, layout.hasFields || count == slots.count
        else { return nil }
        var contents = Dictionary(uniqueKeysWithValues: slots.map { ($0, Content.blank) })
        for (slot, text) in zip(slots, fields) where !text.isEmpty { contents[slot] = .number(text) }
        return contents
    }

    /// What the slots of rows without labels seem to hold, where they do not stand in the form's order: nobody can see that, unless sums fail.
    var seemingOrder: [Int: Content] {
        let rows = table.valueRows.map { table.rows[$0] }.filter(\.isUnlabelled)
        var contents: [Int: Content] = [:]
        for (row, slots) in zip(rows, rows.sorted { $0.formRow < $1.formRow }.map(\.slots)) where slots.count == row.slots.count {
            for (slot, own) in zip(slots, row.slots) {
                contents[slot] = table.lost.contains(own) ? .lost : table.truth[own].map { $0.isEmpty ? .blank : .number($0) }
            }
        }
        return contents
    }

    // MARK: Fields of a row

    /// The fields of a row that can be seen: their digits, or nothing for a blank one.
    ///
    /// - Parameter isSeen: whether all digits are taken as they stand, those of a split number too.
    private func fields(_ row: GeneratedReport.Row, isSeen: Bool = false) -> [String] {
        var fields = row.values.flatMap { value -> [String] in
            let isWhole = !isSeen && value.slots.count == 1 && row.values.count { $0.slots == value.slots } == 1
            if isWhole { return [table.truth[value.slots[0]] ?? ""] }
            // What a space parts are fields of their own where a space parts fields.
            guard isSeen, layout == .spaces else { return [value.text.filter(\.isASCIIDigit)] }
            return value.text.split(separator: " ").map { $0.filter(\.isASCIIDigit) }
        }
        if row.values.isEmpty, row.isDamaged, let label = row.labels.last?.text {
            fields = [String(label.reversed().prefix(while: \.isASCIIDigit).reversed())]
        }
        return layout.keepsEmpty ? fields : fields.filter { !$0.isEmpty }
    }

    private mutating func addPlacements(_ row: GeneratedReport.Row) {
        var fields = fields(row)
        guard row.isDamaged || isPacked || (!layout.keepsEmpty && fields.count < row.slots.count) else { return }
        while fields.last == "" { fields.removeLast() }
        let rest: Content = row.slots.contains(where: table.lost.contains) ? .lost : .blank
        var count = 0
        for variation in row.isDamaged ? variations(fields, width: row.slots.count) : [fields] {
            for places in choices(of: variation.count, from: row.slots) {
                var contents = Dictionary(uniqueKeysWithValues: row.slots.map { ($0, rest) })
                for (slot, text) in zip(places, variation) { contents[slot] = text.isEmpty ? .blank : .number(text) }
                alternatives.append(Alternative(place: place, contents: contents))
                count += 1
                if count == Self.most { return }
            }
        }
    }

    /// What the fields may have been: as they are, with two neighbours as one number, or with one that is two numbers.
    private func variations(_ fields: [String], width: Int) -> [[String]] {
        var result = fields.count <= width ? [fields] : []
        for index in fields.indices.dropLast() where !fields[index].isEmpty && fields[index] != "0" && !fields[index + 1].isEmpty
        {
            var merged = fields
            merged.replaceSubrange(index...(index + 1), with: [fields[index] + fields[index + 1]])
            if merged.count <= width { result.append(merged) }
        }
        guard fields.count < width else { return result }
        for index in fields.indices where fields[index].count > 1 {
            if fields[index].count == width - fields.count + 1 {
                var single = fields
                single.replaceSubrange(index...index, with: fields[index].map(String.init))
                result.append(single)
            }
            for cut in 1..<fields[index].count {
                let parts = [String(fields[index].prefix(cut)), String(fields[index].dropFirst(cut))]
                guard parts.allSatisfy({ $0 == "0" || !$0.hasPrefix("0") }) else { continue }
                var divided = fields
                divided.replaceSubrange(index...index, with: parts)
                result.append(divided)
            }
        }
        return result
    }

    /// All choices of so many of some slots, in order.
    private func choices(of count: Int, from slots: Range<Int>) -> [[Int]] {
        var result: [[Int]] = []
        func extend(_ chosen: [Int], from next: Int) {
            guard result.count < Self.most else { return }
            if chosen.count == count {
                result.append(chosen)
                return
            }
            for slot in next..<max(next, slots.upperBound - (count - chosen.count) + 1) {
                extend(chosen + [slot], from: slot + 1)
            }
        }
        extend([], from: slots.lowerBound)
        return result
    }

    // MARK: One column of all rows

    private mutating func addSharedColumns() {
        let rows = table.valueRows.map { table.rows[$0] }.filter(\.isDamaged)
        let width = rows.first?.slots.count ?? 0
        for column in 0..<(table.sharedColumn == .added ? width + 1 : width) {
            var contents: [Int: Content] = [:]
            for row in rows {
                var fields = fields(row).map { $0.isEmpty ? Content.blank : .number($0) }
                if table.sharedColumn == .added, column < fields.count {
                    fields.remove(at: column)
                } else if column <= fields.count {
                    fields.insert(.lost, at: column)
                }
                for (slot, content) in zip(row.slots, fields) { contents[slot] = content }
            }
            alternatives.append(Alternative(place: place, contents: contents))
        }
    }

    // MARK: Rows without labels

    /// Rows without labels between two that have one may be any of the form's rows between these, in order.
    private mutating func addRowOrders() {
        let rows = table.valueRows.map { table.rows[$0] }
        var start = 0
        while start < rows.count {
            guard rows[start].isUnlabelled else {
                start += 1
                continue
            }
            let end = rows[start...].firstIndex { !$0.isUnlabelled } ?? rows.count
            let low = start > 0 ? rows[start - 1].formRow : -1
            let high = end < rows.count ? rows[end].formRow : table.part.rows.count
            let labelled = Set(rows.filter { !$0.isUnlabelled }.map(\.formRow))
            let free = table.part.rows.indices.filter { index in
                index > low && index < high && table.part.rows[index].role == .values && !labelled.contains(index)
            }
            place += 1
            addOrders(Array(rows[start..<end]), free)
            start = end
        }
    }

    private mutating func addOrders(_ rows: [GeneratedReport.Row], _ free: [Int]) {
        guard free.count >= rows.count, !free.isEmpty else { return }
        for places in choices(of: rows.count, from: 0..<free.count).prefix(200) {
            var contents: [Int: Content] = [:]
            for index in free {
                let content: Content = table.part.rows[index].variant == nil ? .lost : .number("0")
                for slot in table.part.rows[index].slots { contents[slot] = content }
            }
            for (row, place) in zip(rows, places) {
                let slots = table.part.rows[free[place]].slots
                let texts = row.slots.map { table.truth[$0] ?? "" }
                guard texts.count == slots.count else { continue }
                for (slot, text) in zip(slots, texts) { contents[slot] = text.isEmpty ? .blank : .number(text) }
            }
            alternatives.append(Alternative(place: place, contents: contents))
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension GeneratedReport.PrintedTable {
    /// The columns that no row has, and that the header does not name either.
    fileprivate var goneColumns: Set<Int> {
        let rows = valueRows.map { self.rows[$0] }
        guard sharedColumn == nil, let width = rows.first?.slots.count, width > 3, rows.count > 3 else { return [] }
        return Set((0..<width).filter { column in rows.allSatisfy { lost.contains($0.slots.lowerBound + column) } })
    }

    /// Whether a column that holds nothing stands in front of all values.
    fileprivate var hasEmptyFirstColumn: Bool {
        valueRows.allSatisfy { rows[$0].values.first.map { $0.slots.isEmpty && $0.text.isEmpty } ?? false }
    }
}
