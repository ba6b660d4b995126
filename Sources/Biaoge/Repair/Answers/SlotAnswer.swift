/// What the solver answers for one slot.
struct SlotAnswer: Sendable, Hashable {
    var state: Value.State
    /// The number as the contract writes it; empty where there is none.
    var number = ""
    /// The token that the answer rests on; `nil` for one that rests on none.
    var token: Int?
    /// The readings between which nothing decides.
    var candidates: [String] = []
    /// For a derived number, the identity that gives it.
    var identity: Int?

    /// A number that follows for a slot without one.
    struct Derived {
        var value: Number
        var identity: Int
        /// Whether every identity agrees.
        var isTrusted: Bool
    }

    /// The first of the candidates, as people read them; empty where nothing can be read at all.
    var candidateText: String {
        candidates.filter { $0 != "?" }.prefix(4).map { $0.isEmpty ? "blank" : $0 }.joined(separator: " | ")
    }

    static let missing = SlotAnswer(state: .missing)
}

extension SlotAnswer {
    /// What all readings of a part agree on for a slot.
    ///
    /// - Parameters:
    ///   - readings: what each reading puts into the slot.
    ///   - derived: for each reading, the number that follows for the slot where the source lost it, and from which identity.
    ///   - isDoubted: whether the sums speak against what the readings agree on.
    init(_ readings: [SlotReading], derived: [Derived?], isDoubted: Bool = false) {
        // Nearly every slot has one reading, which is a number.
        if readings.count == 1, readings[0].kind == .number, !isDoubted {
            self.init(
                state: readings[0].isRepaired ? .repaired : .read, number: readings[0].number.text, token: readings[0].token)
            return
        }
        var texts: [String] = []
        var isCertain = !isDoubted
        for (reading, value) in zip(readings, derived) {
            switch reading.kind {
            case .number: texts.append(reading.number.text)
            case .blank, .absent: texts.append("")
            case .lost:
                isCertain = isCertain && value?.isTrusted != false
                texts.append(value?.value.text ?? "?")
            case .doubtful:
                isCertain = false
                texts.append("?")
            }
        }
        guard let first = readings.first, let text = texts.first else {
            self = .missing
            return
        }
        let kinds = Set(readings.map(\.kind))
        guard isCertain, texts.allSatisfy({ $0 == text }), !kinds.isSuperset(of: [.blank, .absent]) else {
            self.init(state: .ambiguous, token: kinds.count == 1 ? first.token : nil, candidates: Array(Set(texts)).sorted())
            return
        }
        let printed = readings.first { $0.kind == .number }
        if kinds == [.number] {
            self.init(
                state: readings.contains(where: \.isRepaired) ? .repaired : .read, number: text, token: printed?.token)
        } else if kinds.contains(.number) || kinds.contains(.lost) {
            guard text != "?", text != "" else {
                self = text == "?" ? .missing : SlotAnswer(state: .blank, token: first.token)
                return
            }
            self.init(state: .derived, number: text, identity: derived.lazy.compactMap { $0?.identity }.first)
        } else {
            self.init(state: kinds.contains(.blank) ? .blank : .absent, token: first.token)
        }
    }
}
