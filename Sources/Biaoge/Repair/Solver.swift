/// Finds the parts of known forms in a document, and for every slot its value, as far as the document tells.
///
/// A document that is a ``WholeReport`` needs nothing else. The order of the work for all others, with the numbers of the article
/// <doc:Solver>, which says why, and the folder in which each step stands:
/// 1. Rows. ``TokenRows``: every layout becomes rows of fields; nothing later knows the layout. Rows that were torn are joined.
///    ``DroppedEnds``: the empty fields that a writer dropped are put back; ``AddedEnds``: those that it added are dropped.
///    ``SummaryTable``, ``RepeatedTables``: what stands in front of the report's own tables, or behind the first report, is left aside.
/// 2. Labels. ``LabelBook``: how like each label of the forms each text is.
/// 3. ``RowAlignment``: all rows with all rows of each form, in order.
/// 4. ``FormChoice``: which form each part is of.
/// 5. Parts. ``PartRows``: rows out of order, rows without a label, variants.
/// 6. ``UnplacedValues``: which numbers no row has, so that rows which seem blank may not be.
/// 7. Columns. ``HeaderColumns``, ``PieceColumns``, ``ColumnPlans``: which columns a piece has, and in which order.
/// 8. Readings. ``RowReadings``: which readings each row allows.
/// 9. Sums. ``JointSearch`` with ``Sums``: the readings that the identities allow.
/// 10. Answers. ``Agreement``: what these agree on, and what follows for slots that the source lost.
///
/// ``SolutionBuilder`` makes values and findings of it, and Tables the tables in the form's layout.
struct Solver: Sendable {
    let forms: [Form]
    /// Whole reports of the bundled forms; whether two forms of the user's own can be told apart by their labels alone nobody has tried.
    let wholeReports: WholeReport?
    /// What alignment needs; `nil` for the bundled forms, whose outlines are made when the first document needs them.
    private let ownOutlines: FormOutlines?
    private static let bundledOutlines = FormOutlines(Form.bundled)

    /// The solver for the bundled forms.
    static let bundled = Solver()

    private init() {
        forms = Form.bundled
        wholeReports = WholeReport(forms)
        ownOutlines = nil
    }

    init(_ forms: [Form]) {
        self.forms = forms
        wholeReports = nil
        ownOutlines = FormOutlines(forms)
    }

    /// What the document has of the forms; `nil` when it has nothing of any.
    func solve(_ document: Document) -> Solution? {
        guard document.tables.contains(where: { $0.kind == .data }) else { return nil }
        return wholeReports?.solve(document) ?? solveByRows(document)
    }

    /// What the document has of the forms, found out row by row, however its tables are broken.
    func solveByRows(_ document: Document) -> Solution? {
        let formOutlines = ownOutlines ?? Self.bundledOutlines
        let outlines = formOutlines.outlines
        var source = TokenRows(document, book: formOutlines.book)
        let likeness = LabelLikeness(source.texts, book: formOutlines.book)
        source.joinTornNumbers(outlines, likeness: likeness)
        let summary = source.dropSummary(SummaryTable(source, outlines, likeness: likeness))
        // Nothing of a second report may get into the first.
        let further = RepeatedTables(source, outlines, likeness: likeness).start.map { source.dropReport(from: $0) }
        let alignments = outlines.map { RowAlignment(source, $0, likeness: likeness) }
        let choice = FormChoice(forms, outlines, alignments, source: source, likeness: likeness, document: document)
        guard !choice.parts.isEmpty else { return nil }
        let found = choice.parts.filter { $0.confidence > 0 }.map { chosen in
            let rows = alignments[chosen.form].sourceOfForm[outlines[chosen.form].parts[chosen.part]]
            return (part: forms[chosen.form].parts[chosen.part], rows: Array(rows))
        }
        for (part, rows) in found {
            source.dropFieldsBelowGap(in: part, rows)
            source.dropEmptyColumns(of: part, rows)
        }
        source.restoreFirstColumns(found)
        source.dropAddedEnds(found)
        source.fillUpRows(found)

        var parts = choice.parts.indices.map { index -> PartRows? in
            let chosen = choice.parts[index]
            guard chosen.confidence > 0 else { return nil }
            let outline = outlines[chosen.form]
            return PartRows(
                part: forms[chosen.form].parts[chosen.part], outline: outline, range: outline.parts[chosen.part],
                alignment: alignments[chosen.form], source: source, likeness: likeness, limits: choice.limits(index),
                disputed: chosen.isProved ? [] : outline.disputedRows[chosen.part],
                ambiguous: chosen.isLikely ? [] : outline.ambiguousRows[chosen.part])
        }
        source.markCells(CellPieces(parts.compactMap(\.self)))
        for index in parts.indices { parts[index]?.source = source }
        let unplaced = UnplacedValues(source, parts: parts.compactMap(\.self), document: document)
        let solvers = parts.map { rows in rows.map { PartSolver($0, unplaced: unplaced) } }
        let styles = solvers.compactMap { $0?.style }
        var builder = SolutionBuilder(forms: forms, source: source, document: document)
        for (chosen, solver) in zip(choice.parts, solvers) {
            if let solver = solver?.within(styles) {
                builder.add(chosen, solver, answers: solver.answers())
            } else {
                builder.addMissing(chosen)
            }
        }
        if let summary { builder.add(summary) }
        if let further { builder.add(further) }
        builder.addUnplaced(unplaced)
        return builder.solution
    }
}
