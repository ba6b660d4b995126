/// Makes values and findings of what the steps before found out.
struct SolutionBuilder {
    let forms: [Form]
    let source: TokenRows
    let document: Document
    private(set) var solution = Solution()

    init(forms: [Form], source: TokenRows, document: Document) {
        self.forms = forms
        self.source = source
        self.document = document
    }

    /// Adds what there is to say about the whole document.
    mutating func add(_ finding: Finding) { solution.findings.append(finding) }

    /// Adds a part that was not found at all.
    mutating func addMissing(_ chosen: FormChoice.Part) {
        let part = forms[chosen.form].parts[chosen.part]
        let isListed = part.rows.map { $0.variant?.isUsual ?? true }
        let answers = part.slots.map { _ in SlotAnswer.missing }
        let values = addValues(chosen, answers, isListed: isListed)
        solution.findings.append(Finding(.partMissing, part.title))
        solution.matches.append(
            Solution.Match(
                form: chosen.form, part: chosen.part, confidence: 0, tables: [], sourceRows: [], alternatives: [:],
                rows: part.rows.map { _ in Solution.Row() }, values: values.range, valueOfSlot: values.ofSlot))
    }

    /// Says which numbers no row has.
    mutating func addUnplaced(_ unplaced: UnplacedValues) {
        guard let row = unplaced.firstRow else { return }
        let place = source.tokens[source.rows[row].tokens.lowerBound].place
        solution.findings.append(Finding(.valuesUnplaced, at: place, part: nil, key: nil, [String(unplaced.count)]))
    }

    /// Adds a part that was found.
    mutating func add(_ chosen: FormChoice.Part, _ solver: PartSolver, answers: [SlotAnswer]) {
        let rows = solver.rows
        let part = forms[chosen.form].parts[chosen.part]
        let isListed = part.rows.indices.map { index in
            guard let variant = part.rows[index].variant else { return true }
            return variant.isUsual || rows.alternatives[variant.group] == variant.alternative
        }
        let values = addValues(chosen, answers, isListed: isListed)
        let region = rows.region.map { source.rows[$0].source }
        solution.matches.append(
            Solution.Match(
                form: chosen.form, part: chosen.part, confidence: chosen.confidence,
                tables: Set(region.map(\.table)).sorted(), sourceRows: Array(Set(region)).sorted(),
                alternatives: rows.alternatives,
                rows: part.rows.indices.map { matchedRow($0, part, rows, answers) }, values: values.range,
                valueOfSlot: values.ofSlot))
        solution.findings += SolutionFindings(solver: solver, answers: answers).all()
    }

    private func matchedRow(_ index: Int, _ part: Form.Part, _ rows: PartRows, _ answers: [SlotAnswer]) -> Solution.Row {
        var row = Solution.Row(presence: rows.presence[index])
        let slots = part.rows[index].slots
        if row.presence == .lost, !slots.isEmpty, slots.allSatisfy({ answers[$0].state == .absent }) { row.presence = .absent }
        guard let sourceRow = rows.sourceRow(of: index) else { return row }
        row.sources = [sourceRow.source]
        guard let token = rows.labelToken(of: index), let textIndex = source.tokens[token].text,
            let cell = part.rows[index].labelCells.last
        else { return row }
        row.label = source.label(token)
        let text = source.texts[textIndex]
        let wordings = [part.rows[index].labels.last ?? ""] + (part.otherWordings[cell] ?? [])
        row.isLabelWhole = wordings.contains { $0.utf8.elementsEqual(row.label.utf8) || LabelText($0).key == text.key }
        return row
    }

    private mutating func addValues(
        _ chosen: FormChoice.Part, _ answers: [SlotAnswer], isListed: [Bool]
    ) -> (range: Range<Int>, ofSlot: [Int?]) {
        let form = forms[chosen.form]
        let part = form.parts[chosen.part]
        let start = solution.values.count
        var ofSlot = [Int?](repeating: nil, count: part.slots.count)
        for (index, row) in part.rows.enumerated() where isListed[index] {
            for slot in row.slots {
                ofSlot[slot] = solution.values.count
                solution.values.append(value(answers[slot], part.slots[slot], form: form.id, part: part.id))
            }
        }
        return (start..<solution.values.count, ofSlot)
    }

    private func value(_ answer: SlotAnswer, _ slot: Form.Slot, form: String, part: String) -> Value {
        var value = Value(
            form: form, part: part, key: slot.key, rowLabel: slot.rowLabel,
            columnLabel: slot.columnLabel, number: answer.number, state: answer.state, raw: "",
            place: Place(),
            note: "")
        if let token = answer.token {
            value.raw = source.raw(token)
            value.place = source.tokens[token].place
            if answer.state.hasNumber, case .number(let number, let unit?) = source.tokens[token].meaning {
                if number.text != answer.number { value.state = .repaired } else { value.note = unit }
            }
        }
        if answer.state == .ambiguous {
            value.note = answer.candidateText
        }
        return value
    }
}
