/// What the header rows of the source say about the columns of a part.
///
/// A header of the form is known by the first row of values under it.
struct HeaderColumns {
    /// For each row of values of the part the first one under the same header.
    let firstUnderHeader: [Int]
    /// Whether the source has a column for remarks beside those of the form.
    let hasRemarks: Bool
    /// What the source has of each header of the form.
    private var headers: [Int: SourceHeader] = [:]

    init(_ rows: PartRows) {
        let part = rows.part
        var first: Int?
        firstUnderHeader = part.rows.map { row in
            switch row.role {
            case .heading: break
            case .header: first = nil
            case .values: first = first ?? row.index
            }
            return first ?? row.index
        }
        hasRemarks = Self.hasRemarks(rows)
        let firsts = Set(part.rows.lazy.filter { $0.role == .values }.map { [firstUnderHeader] in firstUnderHeader[$0.index] })
        for first in firsts {
            guard let header = Self.header(over: first, in: part) else { continue }
            headers[first] = Self.read(header, over: first, rows)
            guard firsts.count == 1 else { continue }
            // Where none stands above all rows, one further down may still say that their columns are in another order.
            headers[first] = headers[first] ?? SourceHeader(slotCount: part.rows[first].slots.count)
            readAgain(behind: header, over: first, rows)
        }
    }

    private static func hasRemarks(_ rows: PartRows) -> Bool {
        let source = rows.source
        let behind = rows.sourceOf.compactMap(\.self).max() ?? 0
        return (rows.limits.lowerBound..<max(rows.limits.lowerBound, behind)).contains { index in
            source.texts(of: source.rows[index]).contains { remarks.contains(source.texts[$0].key) }
        }
    }

    // MARK: Where headers stand

    /// The rows of the form that are the header over a row of values.
    private static func header(over first: Int, in part: Form.Part) -> ClosedRange<Int>? {
        guard let last = part.rows[..<first].lastIndex(where: { $0.role == .header }) else { return nil }
        let above = part.rows[..<last].lastIndex { $0.role != .header }
        return (above.map { $0 + 1 } ?? 0)...last
    }

    /// Reads what the source has of a header of the form.
    private static func read(_ header: ClosedRange<Int>, over first: Int, _ rows: PartRows) -> SourceHeader? {
        let (below, source) = (rows.part.rows[first], rows.source)
        let from = sourceBefore(header.lowerBound, rows)
        let to = sourceBehind(header.upperBound, rows)
        // Where rows have no ends, the last word of a header begins a row of values that has no label.
        let isGlued = below.labelCells.isEmpty && to < source.rows.count && !source.rows[to].hasEnd
        let end = isGlued ? to + 1 : to
        guard from < end else { return nil }
        // What stands above the numbers of another part, or in the table before, is none of a header that is whole without it.
        let table = source.rows[end - 1].source.table
        let start =
            (from..<max(from, to)).last { source.rows[$0].valueCount > 0 || source.rows[$0].source.table != table }
            .map { $0 + 1 } ?? from
        let slots = rows.part.slots[below.slots]
        let nearest = SourceHeader(start..<end, over: slots, rows)
        guard start == from || nearest.isWhole else { return SourceHeader(from..<end, over: slots, rows) }
        guard nearest.standsAgain else { return nearest }
        // Of two headers below each other the lower one counts: the rows between are lost.
        let last = (start..<end).reversed().lazy.map { SourceHeader($0..<end, over: slots, rows) }.first(where: \.isWhole)
        return last ?? nearest
    }

    /// Finds where the only header of a part stands again, as on each page of a table; in another order than before, neither is believed.
    private mutating func readAgain(behind header: ClosedRange<Int>, over first: Int, _ rows: PartRows) {
        let slots = rows.part.slots[rows.part.rows[first].slots]
        var start = Self.sourceBehind(header.upperBound, rows)
        while start < rows.region.upperBound {
            let end = (start..<rows.region.upperBound).first { rows.owned.contains($0) } ?? rows.region.upperBound
            if start < end { headers[first]?.add(SourceHeader(start..<end, over: slots, rows)) }
            // Lines of a page end up in the label below or above them.
            if end < rows.region.upperBound, let label = rows.source.rows[end].labelToken,
                rows.source.label(label).utf8.contains(.lineFeed)
            {
                headers[first]?.add(SourceHeader(end..<(end + 1), over: slots, rows))
            }
            start = end + 1
        }
    }

    /// How many rows above the first one that is known may belong to its header: one whose words have a line each takes up to twenty.
    private static let maximumHeaderRows = 24

    private static func sourceBefore(_ row: Int, _ rows: PartRows) -> Int {
        rows.sourceOf[..<row].compactMap(\.self).max().map { $0 + 1 }
            ?? max(rows.limits.lowerBound, (rows.sourceOf.compactMap(\.self).min() ?? 0) - maximumHeaderRows)
    }

    /// The first row of the source that is one of the form's behind a row of the header; one that was moved in front of the header is not
    /// below it.
    private static func sourceBehind(_ row: Int, _ rows: PartRows) -> Int {
        let own = rows.sourceOf[row] ?? -1
        return rows.sourceOf[(row + 1)...].compactMap(\.self).filter { $0 > own }.min() ?? 0
    }

    private static let remarks: Set<[UInt16]> = Set(["备注", "说明"].map { Array($0.utf16) })

    // MARK: What they say

    /// What a header names.
    struct Named {
        /// The columns of the form; `nil` when too few to go by.
        var columns: [Int]?
        /// Whether it names a column that the form does not have.
        var hasForeign = false
    }

    /// The columns that a header names.
    ///
    /// - Parameter count: how many columns the rows below it have.
    func columns(over first: Int, count: Int) -> Named {
        guard let header = headers[first] else { return Named() }
        let isEnough = header.slotCount == count && header.namesMost && !header.isTorn
        return Named(columns: isEnough ? header.named.sorted() : nil, hasForeign: header.hasForeign)
    }

    /// Whether a header of the form has a column in the source that the form does not have.
    func hasForeign(over first: Int) -> Bool { headers[first].map { $0.hasForeign || $0.namesYear } ?? false }

    /// The order of the columns below a header of the form, as far as the source's header tells.
    func order(over first: Int) -> ColumnOrder { headers[first]?.order ?? .asInForm }

    /// Whether a table of the source has a header of the form; rows of one that has none may have their columns in the form's order.
    func stands(over first: Int, in table: Int) -> Bool { headers[first]?.tables.contains(table) ?? false }

    /// Whether a header names columns of other years, so that those of the part's other headers may have them too.
    var mixesYears: Bool { headers.values.contains(where: \.mixesYears) }

    /// Where the columns below a header of the form stand in a row, when the source's header has others among them and names all in one row.
    func places(over first: Int) -> FieldPlaces? { headers[first]?.places }

    /// The first word of the source's header, as the index of its token.
    func firstToken(over first: Int) -> Int? { headers[first]?.firstToken }
}
