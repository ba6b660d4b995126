@testable import Biaoge

/// The slots that other places of what is printed leave open, where no cell is lost: one, two or three rows placed otherwise, so that all
/// sums come out as before.
struct ExchangedPlaces {
    private(set) var slots: Set<Int> = []

    /// A row placed otherwise: what that adds to each sum.
    private struct Move {
        var place: Int
        var slots: [Int]
        var effect: [Int]
    }

    init(_ identities: [Form.Identity], _ truth: [Knowledge.Content], _ alternatives: [OpenPlaces.Alternative]) {
        func number(_ content: Knowledge.Content) -> Int {
            if case .number(let text) = content { Int(text) ?? 0 } else { 0 }
        }
        var signs = [[(identity: Int, sign: Int)]](repeating: [], count: truth.count)
        for (index, identity) in identities.enumerated() {
            for slot in identity.left { signs[slot].append((index, 1)) }
            for slot in identity.right { signs[slot].append((index, -1)) }
        }
        var moves: [Move] = []
        for alternative in alternatives {
            let changed = alternative.contents.filter { truth[$0.key] != $0.value }
            guard !changed.isEmpty else { continue }
            var effect = [Int](repeating: 0, count: identities.count)
            for (slot, content) in changed {
                for (identity, sign) in signs[slot] { effect[identity] += sign * (number(content) - number(truth[slot])) }
            }
            // The row's own sum no other row can mend.
            let isPossible = identities.indices.allSatisfy { index in
                effect[index] == 0
                    || !identities[index].slots.allSatisfy { alternative.contents[$0] != nil }
            }
            if isPossible { moves.append(Move(place: alternative.place, slots: Array(changed.keys), effect: effect)) }
        }
        add(moves)
    }

    private mutating func add(_ moves: [Move]) {
        let known = Dictionary(grouping: moves.indices, by: { moves[$0].effect })
        for (index, move) in moves.enumerated() {
            if move.effect.allSatisfy({ $0 == 0 }) { slots.formUnion(move.slots) }
            for other in known[move.effect.map { -$0 }] ?? [] where moves[other].place != move.place {
                slots.formUnion(move.slots)
            }
            guard moves.count <= Self.mostForThree else { continue }
            for second in moves.indices.dropFirst(index + 1) where moves[second].place != move.place {
                let rest = zip(move.effect, moves[second].effect).map { -$0 - $1 }
                for third in known[rest] ?? [] where moves[third].place != move.place && moves[third].place != moves[second].place
                {
                    for one in [index, second, third] { slots.formUnion(moves[one].slots) }
                }
            }
        }
    }

    /// Three rows at once are looked at only where there are no more ways than this.
    private static let mostForThree = 150
}

extension GeneratedReport.PrintedTable {
    /// The sums that do not hold in what the slots hold, a blank being 0.
    var brokenIdentities: [Form.Identity] {
        func sum(_ slots: [Int]) -> Int { slots.reduce(0) { $0 + (Int(truth[$1] ?? "") ?? 0) } }
        return part.identities.filter { sum($0.left) != sum($0.right) }
    }
}
