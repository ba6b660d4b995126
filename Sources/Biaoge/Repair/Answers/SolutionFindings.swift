/// What the solver has to say about a part: every repair, every doubt, where, and on which evidence.
struct SolutionFindings {
    let solver: PartSolver
    /// What the solver answers for each slot.
    let answers: [SlotAnswer]

    private var part: Form.Part { solver.part }
    private var rows: PartRows { solver.rows }
    private var source: TokenRows { solver.source }

    /// The findings in the order of the form's rows.
    func all() -> [Finding] {
        var findings = solver.orders.sorted { $0.key < $1.key }.compactMap { order(over: $0.key, $0.value) }
        for (index, row) in part.rows.enumerated() where row.role == .values {
            let place = place(of: index)
            let label = row.labels.last ?? part.title
            let kind: Finding.Kind? =
                switch rows.presence[index] {
                case .moved: .rowMoved
                case .placed: .rowPlacedByOrder
                case .lost: answers[row.slots].contains { $0.state != .absent } ? .rowLost : nil
                case .found, .absent: nil
                }
            if let kind { findings.append(Finding(kind, at: place, part: part.id, key: nil, [label])) }
            if rows.duplicated.contains(index) {
                findings.append(Finding(.rowTwice, at: place, part: part.id, key: nil, [label]))
            }
            if solver.doubtedRows.contains(index) {
                findings.append(Finding(.rowDoubted, at: place, part: part.id, key: nil, [label]))
            }
            for slot in row.slots { addFindings(slot, place, to: &findings) }
        }
        return findings
    }

    /// What there is to say about the order of the columns below a header of the form.
    private func order(over first: Int, _ order: ColumnOrder) -> Finding? {
        // Where the sums had to choose, what they left open is a finding of each value.
        if order.isEither || order == .asInForm { return nil }
        let place = solver.headerColumns.firstToken(over: first).map { source.tokens[$0].place } ?? place(of: first)
        guard case .reordered(let columns) = order else {
            return Finding(.columnsUnknown, at: place, part: part.id, key: nil, [part.title])
        }
        let labels = columns.map { part.slots[part.rows[first].slots.lowerBound + $0].columnLabels.last ?? "" }
        return Finding(.columnsReordered, at: place, part: part.id, key: nil, [part.title, labels.joined(separator: "、")])
    }

    private func place(of index: Int) -> Place {
        rows.sourceRow(of: index).map { source.tokens[$0.tokens.lowerBound].place } ?? Place()
    }

    private func addFindings(_ slot: Int, _ rowPlace: Place, to findings: inout [Finding]) {
        let answer = answers[slot]
        let key = part.slots[slot].key
        let token = answer.token.map { source.tokens[$0] }
        let place = token?.place ?? rowPlace
        func add(_ kind: Finding.Kind, _ arguments: String...) {
            findings.append(Finding(kind, at: place, part: part.id, key: key, [key] + arguments))
        }
        if answer.state.hasNumber, case .number(let number, let unit?)? = token?.meaning, number.text != answer.number {
            add(.unitConverted, number.text + unit, answer.number)
            return
        }
        switch answer.state {
        case .repaired: add(.valuePlaced, answer.token.map(source.raw) ?? "", answer.number)
        case .derived: add(.valueDerived, answer.number, answer.identity.map { part.identities[$0].rule } ?? "")
        case .ambiguous: add(.valueAmbiguous, answer.candidateText.isEmpty ? "?" : answer.candidateText)
        case .missing: add(.valueMissing)
        case .read, .blank, .absent, .corrected: break
        }
    }
}
