@testable import Biaoge

/// Which slots of a table can be known from its text, found out without the solver.
///
/// The text leaves places open: where the fields of a row belong when a cell was lost, split or glued or when empty cells vanished;
/// which column all rows lack; which rows those without labels are. Each way to settle one such place that the sums allow, blanks
/// counting as 0, is a world as possible as the true one. A slot is known when it holds the same in all of them; one whose cell is lost,
/// when the sums give it from the numbers printed, blanks being unknown. Worlds that differ in many places at once are left out, so that
/// rather too much is said to be knowable than too little.
struct Knowledge {
    /// What a slot holds in a world.
    enum Content: Equatable {
        case number(String)
        case blank
        case lost
    }

    private let table: GeneratedReport.PrintedTable
    private let sums: SumSystem
    private let truth: [Content]
    /// What the sums give for each slot in the true world.
    private let derived: [Int?]
    /// The slots that nobody can know.
    private(set) var unknowable: Set<Int>
    /// Whether a broken row looks like a whole one with other values, and no sum tells.
    private(set) var isDeceptive = false

    init(_ table: GeneratedReport.PrintedTable, _ report: GeneratedReport, _ layout: SourceLayout) {
        self.table = table
        let broken = table.brokenIdentities
        let whole = table.part.identities.filter { !broken.contains($0) }
        sums = SumSystem(whole)
        truth = table.truth.enumerated().map { slot, text in
            table.lost.contains(slot) ? .lost : text.map { $0.isEmpty ? .blank : .number($0) } ?? .number("0")
        }
        derived = sums.solve(Self.numbers(truth, blank: nil)) ?? truth.map { _ in nil }
        unknowable = table.unknowable
        for slot in table.lost where !isForced(slot) || broken.contains(where: { $0.slots.contains(slot) }) {
            unknowable.insert(slot)
        }
        let places = OpenPlaces(table, report, layout)
        let seemings = table.rows.compactMap(places.seeming) + [places.seemingOrder]
        isDeceptive = seemings.contains { [truth, sums] seeming in
            guard seeming.contains(where: { truth[$0.key] != $0.value }) else { return false }
            var world = truth
            for (slot, content) in seeming { world[slot] = content }
            return sums.solve(Self.numbers(world, blank: 0)) != nil
        }
        isDeceptive = isDeceptive || table.looksLikeOtherVariant(in: layout) || hidesMisprint(places.alternatives, broken)
        if truth.contains(.lost) || places.alternatives.contains(where: { $0.contents.values.contains(.lost) }) {
            for alternative in places.alternatives { addDoubts(alternative.contents) }
        } else {
            unknowable.formUnion(ExchangedPlaces(whole, truth, places.alternatives).slots)
        }
    }

    /// Whether the damage hides a misprint: the misprint itself is what is lost, and all that is left adds up but for sums that have nothing to
    /// do with it; or were its row damaged in another way, all of the row's sums would hold.
    private func hidesMisprint(_ alternatives: [OpenPlaces.Alternative], _ broken: [Form.Identity]) -> Bool {
        guard !broken.isEmpty, truth.contains(.lost) else { return false }
        let numbers = Self.numbers(truth, blank: 0)
        let seen = broken.filter { SumSystem([$0]).solve(numbers) == nil }
        let hidden = broken.filter { !seen.contains($0) }
        let isApart = !hidden.isEmpty && Set(hidden.flatMap(\.slots)).isDisjoint(with: seen.flatMap(\.slots))
        if isApart, SumSystem(table.part.identities.filter { !seen.contains($0) }).solve(numbers) != nil { return true }
        return alternatives.contains { alternative in
            let around = table.part.identities.filter { $0.slots.contains { alternative.contents[$0] != nil } }
            guard around.contains(where: broken.contains) else { return false }
            var world = truth
            for (slot, content) in alternative.contents { world[slot] = content }
            return SumSystem(around).solve(Self.numbers(world, blank: 0)) != nil
        }
    }

    /// Whether the sums give a lost slot what it held, with blanks unknown.
    func isForced(_ slot: Int) -> Bool {
        guard let value = derived[slot] else { return false }
        return String(value) == table.truth[slot] || (value == 0 && table.truth[slot] == "")
    }

    /// Makes unknowable what another world that is possible has otherwise.
    private mutating func addDoubts(_ alternative: [Int: Content]) {
        let changed = alternative.filter { truth[$0.key] != $0.value }
        guard changed.contains(where: { !unknowable.contains($0.key) }) else { return }
        var world = truth
        for (slot, content) in changed { world[slot] = content }
        guard sums.solve(Self.numbers(world, blank: 0)) != nil else { return }
        let isLost = world.contains(.lost)
        let values = isLost ? sums.solve(Self.numbers(world, blank: nil)) ?? derived : derived
        for slot in world.indices where world[slot] != truth[slot] || world[slot] == .lost {
            switch (world[slot], truth[slot]) {
            case (.lost, .number(let text)) where values[slot].map(String.init) == text: break
            case (.number(let text), .lost) where derived[slot].map(String.init) == text: break
            case (.lost, .lost) where values[slot] == derived[slot]: break
            default: unknowable.insert(slot)
            }
        }
    }

    private static func numbers(_ world: [Content], blank: Int?) -> [Int?] {
        world.map { content in
            switch content {
            case .number(let text): Int(text) ?? 0
            case .blank: blank
            case .lost: nil
            }
        }
    }
}

extension GeneratedReport.PrintedTable {
    /// Whether all that is left of a variant's rows has lost its own label, and looks like the row of the variant which has but one. Where
    /// empty cells vanish, nothing is left of a row of these.
    fileprivate func looksLikeOtherVariant(in layout: SourceLayout) -> Bool {
        let own = valueRows.map { rows[$0] }.filter { $0.formRow >= 0 && part.rows[$0.formRow].variant != nil }
        let left = own.filter { row in layout.keepsEmpty || row.values.contains { !$0.text.isEmpty } }
        guard left.allSatisfy(\.isUnlabelled) else { return false }
        guard let first = left.first else {
            // The group's label alone is that of a row of nothing.
            let hasGroup = own.contains { row in row.labels.contains { !$0.text.isEmpty } }
            return hasGroup && own.allSatisfy(\.isUnlabelled)
        }
        // Where empty cells vanish, the numbers of two rows may be as many as those of one.
        return left.count == 1 || left.flatMap(\.values).count { !$0.text.isEmpty } == first.slots.count
    }
}
