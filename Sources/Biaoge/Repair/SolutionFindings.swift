/// What the solver has to say about a part: every repair, every doubt, where, and on which evidence.
struct SolutionFindings {
    let part: Form.Part
    let rows: PartRows
    let source: TokenRows
    let answers: [SlotAnswer]

    /// The findings in the order of the form's rows.
    func all() -> [Finding] {
        var findings: [Finding] = []
        for (index, row) in part.rows.enumerated() where row.role == .values {
            let place = place(of: index)
            let label = row.labels.last ?? part.title
            switch rows.presence[index] {
            case .moved: findings.append(Finding(.rowMoved, at: place, label))
            case .placed: findings.append(Finding(.rowPlacedByOrder, at: place, label))
            case .lost where answers[row.slots].contains(where: { $0.state != .absent }):
                findings.append(Finding(.rowLost, at: place, label))
            case .found, .lost, .absent: break
            }
            if rows.duplicated.contains(index) { findings.append(Finding(.rowTwice, at: place, label)) }
            findings += slotFindings(row, place)
        }
        for index in rows.unknown {
            let row = source.rows[index]
            let text = row.labelToken >= 0 ? source.label(row.labelToken) : ""
            findings.append(Finding(.rowUnknown, at: source.tokens[row.tokens.lowerBound].place, text))
        }
        return findings
    }

    private func place(of index: Int) -> Place {
        guard rows.sourceOf[index] >= 0 else { return Place() }
        return source.tokens[source.rows[rows.sourceOf[index]].tokens.lowerBound].place
    }

    private func slotFindings(_ row: Form.Row, _ place: Place) -> [Finding] {
        var findings: [Finding] = []
        for slot in row.slots {
            let answer = answers[slot]
            let name = part.slots[slot].key
            let own = answer.token >= 0 ? source.tokens[answer.token].place : place
            switch answer.state {
            case .repaired:
                findings.append(Finding(.valuePlaced, at: own, name, source.raw(answer.token), answer.number))
            case .derived:
                let rule = answer.identity >= 0 ? part.identities[answer.identity].rule : ""
                findings.append(Finding(.valueDerived, at: own, name, answer.number, rule))
            case .ambiguous:
                let candidates = answer.candidates.filter { $0 != "?" }.prefix(4).joined(separator: " | ")
                findings.append(Finding(.valueAmbiguous, at: own, name, candidates))
            case .missing: findings.append(Finding(.valueMissing, at: own, name))
            case .read, .blank, .absent, .corrected: break
            }
            if answer.token >= 0, case .number(let number, let unit?) = source.tokens[answer.token].meaning, number.text != answer.number {
                findings.append(Finding(.unitConverted, at: own, name, number.text + unit, answer.number))
            }
        }
        return findings
    }
}
