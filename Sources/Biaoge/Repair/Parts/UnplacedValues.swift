/// The numbers of a document that stand in no row of a form: on the line behind a label, all together behind all labels, above the
/// labels, among the rows as a page's number; and whether numbers are gone, because somebody removed lines that occur twice or because
/// the document breaks off.
///
/// They rest on nothing but that somebody printed them: rows that seem blank or short beside them may be those that they belong to.
struct UnplacedValues {
    /// Rows of the source with numbers and no words, which no row of any form has, and how many numbers each has.
    private(set) var rows: [Int: Int] = [:]
    /// Likewise, rows where no row has an end that begin with words of no form: the numbers may be those of the row before.
    private(set) var foreign: Set<Int> = []
    /// Rows of the source with labels and numbers, which no row of any form has.
    private(set) var labelled: Set<Int> = []
    /// How many numbers there are.
    private(set) var count = 0
    /// How many of them are in a row with labels, or are too many for their row, by rows of the source.
    private(set) var surplus: [Int: Int] = [:]
    /// Whether what occurs twice was removed, so that a row which seems blank or short may be neither.
    let areRepeatsGone: Bool
    /// The row of the source in which the document breaks off.
    let brokenOff: Int?
    /// Whether some row of a form lacks a number, so that cells may be empty.
    let areNumbersLacking: Bool

    /// More unplaced numbers than this, anywhere in the document, are no page numbers or marks of somebody's printer.
    static let strayNumbers = 2

    init(_ source: TokenRows, parts: [PartRows], document: Document) {
        areRepeatsGone = RemovedRepeats.areGone(from: source)
        brokenOff = BrokenOff.row(of: source, document)
        // For each row of the source that a form has, how many values it should have.
        var slotCounts: [Int: Int] = [:]
        for part in parts {
            for (row, index) in zip(part.part.rows, part.sourceOf) {
                if let index { slotCounts[index] = row.slots.count }
            }
            for gap in part.contested { for index in gap.source { slotCounts[index] = source.rows[index].valueCount } }
        }
        var behindWords = 0
        areNumbersLacking = slotCounts.contains { source.rows[$0].valueCount < $1 }
        for (index, row) in source.rows.enumerated() where row.valueCount > 0 {
            if let slotCount = slotCounts[index] {
                // A number too many may be one that was cut in two; more are those of other rows, and so are marks for none where no row ends.
                let printed = row.hasEnd ? row.valueCount : source.countOfNumbersAndMarks(in: row)
                if printed > slotCount + 1 { surplus[index] = printed - slotCount }
            } else if !source.texts(of: row).contains(where: { _ in true }) {
                if Self.standsBelowHeader(index, of: source, without: parts) { continue }
                rows[index] = row.valueCount
                count += row.valueCount
            } else if parts.first?.hasLabel(index) == true {
                guard row.valueCount > Self.strayNumbers else {
                    if !row.hasEnd {
                        behindWords += row.valueCount
                        foreign.insert(index)
                    }
                    continue
                }
                labelled.insert(index)
                surplus[index] = row.valueCount
            } else if !row.hasEnd {
                foreign.insert(index)
            }
        }
        count += surplus.values.reduce(0, +)
        if behindWords > Self.strayNumbers { count += behindWords }
        for case .paragraph(let text) in document.blocks { count += Self.numbers(in: text) }
    }

    /// Whether a row of numbers stands alone right below the header of a part that was not found, and is what the source has left of it.
    private static func standsBelowHeader(_ index: Int, of source: TokenRows, without parts: [PartRows]) -> Bool {
        guard index > 0, let any = parts.first else { return false }
        let above = source.rows[index - 1]
        let below = index + 1 < source.rows.count ? source.rows[index + 1] : nil
        guard above.valueCount == 0, let text = source.labelText(of: above),
            below.map({ $0.valueCount == 0 || $0.labelToken != nil }) ?? true
        else { return false }
        let found = Set(parts.map(\.range))
        let lost = any.outline.parts.indices.filter { !found.contains(any.outline.parts[$0]) }
        let word = any.likeness.exactLabel(of: text)
        return word.map { word in lost.contains { any.outline.headerWords[$0].contains(word) } } ?? false
    }

    /// The first row of the source that is nothing but such numbers.
    var firstRow: Int? { rows.keys.min() }

    /// How many numbers a paragraph holds that is nothing but numbers; 0 for one of words, and for a lone number, which is a page's.
    private static func numbers(in paragraph: String) -> Int {
        let separators = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: ",")]
        var count = 0
        for field in Array(paragraph.utf8).split(whereSeparator: separators.contains) {
            guard FieldMeaning(field).isValue else { return 0 }
            count += 1
        }
        return count > 1 ? count : 0
    }
}
