/// Evaluates the sums of the recognised forms over a document's values, with exact arithmetic.
///
/// A sum with every number known holds or fails. Blank cells count nothing where the sum then comes out, or where it does not although
/// each side has a number; both are said as such. A sum with a value that was lost or is in doubt, or with a side of blanks only, cannot
/// be judged, unless what is known of one side is more than the whole other side.
struct IdentityCheck {
    private let part: Form.Part
    private let values: ArraySlice<Value>
    /// For each slot of the part the index of its value; `nil` where the report does not list it.
    private let valueOf: [Int?]
    /// For each slot what it counts for.
    private let terms: [Term]

    /// What a slot counts for in a sum.
    private enum Term {
        case number(ExactSum)
        case blank
        /// Lost, in doubt, or no number after all.
        case unknown
        /// The report has no such slot.
        case nothing

        init(_ value: borrowing Value) {
            switch value.state {
            case .read, .repaired, .derived, .corrected: self = ExactSum(value.number).map { .number($0) } ?? .unknown
            case .blank: self = .blank
            case .missing, .ambiguous: self = .unknown
            case .absent: self = .nothing
            }
        }
    }

    /// How a sum came out.
    private enum Outcome: Hashable {
        case holds
        case holdsIfBlankIsZero
        case fails
        case failsIfBlankIsZero
        case notAssessable
    }

    /// What the sums of all recognised parts come to: each that fails by itself, those that blanks or lost values leave open together.
    static func findings(in document: Document, forms: [Form]) -> [Finding] {
        var findings: [Finding] = []
        var start = document.values.startIndex
        while start < document.values.endIndex {
            let first = document.values[start]
            let end =
                document.values[start...].firstIndex { $0.part != first.part || $0.form != first.form }
                ?? document.values.endIndex
            if let part = forms.first(where: { $0.id == first.form })?.parts.first(where: { $0.id == first.part }) {
                findings += IdentityCheck(part: part, values: document.values[start..<end]).findings()
            }
            start = end
        }
        return findings
    }

    private init(part: Form.Part, values: ArraySlice<Value>) {
        self.part = part
        self.values = values
        var next = values.startIndex
        // Values stand in the order of the slots; only rows of unusual variants may be left out.
        valueOf = part.slots.map { slot in
            guard next < values.endIndex, values[next].key == slot.key else { return nil }
            defer { next += 1 }
            return next
        }
        terms = valueOf.map { index in index.map { Term(values[$0]) } ?? .nothing }
    }

    private func findings() -> [Finding] {
        var failing: [Finding] = []
        var open: [(rule: String, outcome: Outcome, text: String, instances: [String])] = []
        for identity in part.identities {
            let left = Side(identity.left, terms)
            let right = Side(identity.right, terms)
            let outcome = Self.outcome(left, right)
            // Most sums hold, and need no words.
            if outcome == .holds { continue }
            let labels = CommonLabels(of: identity.slots.map { part.slots[$0] })
            switch outcome {
            case .holds: break
            case .fails, .failsIfBlankIsZero:
                let kind = outcome == .fails ? Finding.Kind.identityFails : .identityFailsIfBlankIsZero
                failing.append(
                    Finding(
                        kind, at: place(of: identity), part: part.id, key: part.slots[identity.left[0]].key,
                        [
                            part.title, labels.text, text(of: identity.left, left, labels),
                            text(of: identity.right, right, labels),
                            (left.sum - right.sum).text,
                        ]))
            case .holdsIfBlankIsZero, .notAssessable:
                if let index = open.firstIndex(where: { $0.rule == identity.rule && $0.outcome == outcome }) {
                    open[index].instances.append(labels.text)
                } else {
                    open.append((identity.rule, outcome, text(of: identity, labels), [labels.text]))
                }
            }
        }
        return failing
            + open.map { _, outcome, text, instances in
                Finding(
                    outcome == .notAssessable ? .identityNotAssessable : .identityHoldsIfBlankIsZero, at: Place(), part: part.id,
                    key: nil,
                    [part.title, text, String(instances.count), instances.joined(separator: "; ")])
            }
    }

    private static func outcome(_ left: Side, _ right: Side) -> Outcome {
        if left.isUnknown || right.isUnknown {
            // Numbers that are counts cannot make a side less than what is known of it.
            let (known, open) = left.isUnknown ? (right, left) : (left, right)
            guard !known.isUnknown, known.hasNumber, known.sum < open.sum else { return .notAssessable }
            return known.hasBlank ? .failsIfBlankIsZero : .fails
        }
        let isEqual = left.sum == right.sum
        if !left.hasBlank, !right.hasBlank { return isEqual ? .holds : .fails }
        if isEqual { return .holdsIfBlankIsZero }
        return left.hasNumber && right.hasNumber ? .failsIfBlankIsZero : .notAssessable
    }

    /// One side of a sum.
    private struct Side {
        var sum = ExactSum.zero
        var hasNumber = false
        var hasBlank = false
        /// Whether a value was lost or is in doubt.
        var isUnknown = false

        init(_ slots: [Int], _ terms: [Term]) {
            for slot in slots {
                switch terms[slot] {
                case .number(let number):
                    sum += number
                    hasNumber = true
                case .blank: hasBlank = true
                case .unknown: isUnknown = true
                case .nothing: break
                }
            }
        }
    }

    /// A side as people write it: `label 3 + label 2 = 5`; what is nothing is left out unless all is.
    private func text(of slots: [Int], _ side: Side, _ labels: CommonLabels) -> String {
        let terms = slots.compactMap { slot -> String? in
            guard let value = valueOf[slot].map({ values[$0] }), value.state.hasNumber, slots.count == 1 || value.number != "0"
            else { return nil }
            return "\(labels.own(part.slots[slot])) \(value.number)"
        }
        if slots.count == 1 { return terms.first ?? "\(labels.own(part.slots[slots[0]])) 0" }
        return terms.isEmpty ? side.sum.text : terms.joined(separator: " + ") + " = " + side.sum.text
    }

    /// A sum as people name it: `总计 = 自然人 + … + 其他`.
    private func text(of identity: Form.Identity, _ labels: CommonLabels) -> String {
        [identity.left, identity.right].map { side in
            let names = side.map { labels.own(part.slots[$0]) }
            return names.count > 4 ? "\(names[0]) + … + \(names[names.count - 1])" : names.joined(separator: " + ")
        }.joined(separator: " = ")
    }

    /// Where the first of a sum's values stands that stands anywhere.
    private func place(of identity: Form.Identity) -> Place {
        for slot in identity.slots {
            if let place = valueOf[slot].map({ values[$0].place }), place != Place() { return place }
        }
        return Place()
    }
}

/// The labels that all slots of a sum share: the row that it adds up, or the column.
private struct CommonLabels {
    private let row: Int
    private let column: Int
    /// The shared labels, parted by ` / `.
    let text: String

    init(of slots: [Form.Slot]) {
        let row = Self.shared(slots.map(\.rowLabels))
        let column = Self.shared(slots.map(\.columnLabels))
        self.row = row.count
        self.column = column.count
        // Of both only what tells one sum from the next.
        let isWholeRow = slots.allSatisfy { $0.rowLabels.count == row.count }
        text = (isWholeRow && !row.isEmpty ? row : column).joined(separator: " / ")
    }

    /// The last label of a slot that not all share.
    func own(_ slot: Form.Slot) -> String {
        slot.columnLabels.dropFirst(column).last ?? slot.rowLabels.dropFirst(row).last ?? slot.key
    }

    private static func shared(_ lists: [[String]]) -> ArraySlice<String> {
        guard let first = lists.first else { return [] }
        var count = first.count
        for list in lists {
            count = zip(first.prefix(count), list).prefix { $0 == $1 }.count
        }
        return first[..<count]
    }
}
