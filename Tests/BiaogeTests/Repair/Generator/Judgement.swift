@testable import Biaoge

/// What became of the slots of a report.
struct Judgement {
    var tally = GeneratorTally()
    /// The slots with another value than the source has, shown as if it were right.
    var wrong: [Slot] = []
    /// The slots that can be known and have no value.
    var givenUp: [Slot] = []
    /// The sums that `check` missed or invented.
    var sums: [Slot] = []
    /// Whether what is wrong cannot be seen to be: such a report counts for nothing.
    private(set) var isDeceived = false

    struct Slot {
        var key: String
        var expected: String
        var got: String
        var place: String

        var text: String { "\(key) expected '\(expected)' got \(got)\(place.isEmpty ? "" : " at \(place)")" }
    }

    init(_ generated: GeneratedCase, _ document: Document?) {
        tally.reports = 1
        let values = Dictionary((document?.values ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for table in generated.report.tables {
            let isPlain = !generated.isHard && generated.placesAreSure
            var known: Knowledge?
            func knowledge() -> Knowledge {
                let found = known ?? Knowledge(table, generated.report, generated.layout)
                known = found
                return found
            }
            var isWhole = true
            for (slot, truth) in table.truth.enumerated() {
                let value = values[table.part.slots[slot].key]
                func describe() -> Slot {
                    Slot(
                        key: table.part.slots[slot].key, expected: truth ?? "no such row",
                        got: value.map { "\($0.state) '\($0.number)'" } ?? "nothing", place: value?.place.citation ?? "")
                }
                switch Self.verdict(value, truth, slot, table) {
                case .right: tally.right += 1
                case .noSuchRow: break
                case .zeroForLostBlank:
                    if knowledge().isForced(slot) {
                        tally.right += 1
                    } else {
                        tally.wrong += 1
                        wrong.append(describe())
                    }
                case .wrong:
                    tally.wrong += 1
                    wrong.append(describe())
                case .givenUp:
                    isWhole = false
                    if !isPlain, knowledge().unknowable.contains(slot) {
                        tally.unknowable += 1
                    } else {
                        tally.givenUp += 1
                        givenUp.append(describe())
                    }
                }
            }
            if isWhole { judgeSums(table, document) }
            if !wrong.isEmpty, generated.isHard, knowledge().isDeceptive { isDeceived = true }
        }
        if isDeceived {
            tally = GeneratorTally()
            wrong = []
            givenUp = []
        }
    }

    private enum Verdict { case right, givenUp, wrong, zeroForLostBlank, noSuchRow }

    private static func verdict(_ value: Value?, _ truth: String?, _ slot: Int, _ table: GeneratedReport.PrintedTable) -> Verdict
    {
        guard let truth else {
            // A row that a report may lack looks the same whether this one lacks it or lost it with nothing but zeros.
            if value?.state == .derived, value?.number == "0", table.isOptional(slot) { return .noSuchRow }
            return value.map { $0.state.hasNumber || $0.state == .blank } == true ? .wrong : .noSuchRow
        }
        guard let value else { return .givenUp }
        switch value.state {
        case .read, .repaired:
            return value.number == truth ? .right : .wrong
        case .derived, .corrected:
            if value.number == truth { return .right }
            return truth.isEmpty && value.number == "0" && table.lost.contains(slot) ? .zeroForLostBlank : .wrong
        case .blank: return truth.isEmpty ? .right : .wrong
        case .absent: return table.mayBeAbsent.contains(slot) ? .right : .wrong
        case .missing, .ambiguous: return .givenUp
        }
    }

    /// Whether `check` names the sums that fail, and no others, in a table of which every value is known.
    private mutating func judgeSums(_ table: GeneratedReport.PrintedTable, _ document: Document?) {
        let expected = table.brokenIdentities.filter { identity in
            [identity.left, identity.right].allSatisfy { side in side.contains { !(table.truth[$0] ?? "").isEmpty } }
        }.map { table.part.slots[$0.left[0]].key }
        var open = expected
        for finding in document?.findings ?? [] where finding.isFailure && finding.part == table.part.id {
            if let index = open.firstIndex(where: { $0 == finding.key }) {
                open.remove(at: index)
            } else {
                tally.sumsInvented += 1
                sums.append(Slot(key: finding.key ?? "", expected: "holds", got: "fails", place: finding.place.citation))
            }
        }
        tally.sumsBroken += expected.count
        tally.sumsMissed += open.count
        sums += open.map { Slot(key: $0, expected: "fails", got: "nothing", place: "") }
    }
}
