import XML

/// Formulas, written as text while they are read.
extension TextPart {
    mutating func beginFormulaPart(_ action: Action, _ element: borrowing StartElement) {
        let parent = frames.action(1)
        switch action {
        case .math:
            mode = .math
            formula = FormulaText()
        case .mathProperties: mode = .mathProperties
        case .mathBegin: formula.changeLast { $0.begin = element.string(.val) ?? $0.begin }
        case .mathEnd: formula.changeLast { $0.end = element.string(.val) ?? $0.end }
        case .mathCharacter: formula.changeLast { $0.character = element.string(.val) ?? $0.character }
        case .mathRadical: addShown("√")
        case .mathDelimiters, .mathNary, .mathNumerator, .mathDegree: formula.begin(at: paragraph.text.count)
        case .mathDenominator:
            addShown("/")
            formula.begin(at: paragraph.text.count)
        case .mathElement:
            if parent == .mathDelimiters { addShown(formula.nextOperand() ? "|" : formula.parts.last?.begin ?? "(") }
            if parent == .mathNary { addOperator() }
            if parent == .mathMatrixRow { addShown(" ") }
            formula.begin(at: paragraph.text.count)
        case .mathSubscript, .mathSuperscript:
            if parent == .mathNary { addOperator() }
            addShown(action == .mathSubscript ? "_" : "^")
            formula.begin(at: paragraph.text.count)
        case .mathMatrixRow: addShown(";")
        default: break
        }
    }

    mutating func endFormulaPart(_ action: Action) {
        guard let part = formula.parts.popLast(), part.start <= paragraph.text.count else { return }
        switch action {
        case .mathDelimiters: addShown(part.end)
        case .mathNumerator, .mathDenominator: FormulaText.bracket(&paragraph.text, from: part.start)
        case .mathElement: if frames.action(0) == .mathRadical { FormulaText.bracket(&paragraph.text, from: part.start) }
        case .mathDegree:
            guard part.start < paragraph.text.count else { break }
            paragraph.text.insert(UInt8(ascii: "["), at: part.start)
            addShown("]")
        case .mathSubscript, .mathSuperscript:
            if part.start == paragraph.text.count, part.start > 0 {
                paragraph.text.removeLast()
            } else {
                FormulaText.bracket(&paragraph.text, from: part.start)
            }
        default: break
        }
    }

    /// Writes the sign of a sum or an integral in front of its first operand.
    private mutating func addOperator() {
        if !formula.nextOperand() { addShown(formula.parts.last?.character ?? "") }
    }
}

extension FormulaText {
    mutating func begin(at start: Int) {
        parts.append(Part(start: start))
    }

    mutating func changeLast(_ change: (inout Part) -> Void) {
        guard let last = parts.indices.last else { return }
        change(&parts[last])
    }

    /// Whether the innermost part had an operand before; it has one now.
    mutating func nextOperand() -> Bool {
        guard let last = parts.indices.last else { return false }
        defer { parts[last].hasOperand = true }
        return parts[last].hasOperand
    }
}
