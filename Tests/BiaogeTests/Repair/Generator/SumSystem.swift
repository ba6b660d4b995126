@testable import Biaoge

/// The sums of a part as linear equations in numbers that are not negative: what they say of unknown numbers.
///
/// Written apart from the solver, so that the two can be held against each other: bounds are tightened in every equation until nothing
/// moves, then Gauss gives further equations. All arithmetic is exact. It may miss that there is no solution at all, never the other way.
struct SumSystem {
    /// An equation: the terms together are the constant.
    private struct Equation {
        var terms: [Int: Int]
        var constant: Int
    }

    private let identities: [Form.Identity]

    init(_ identities: [Form.Identity]) {
        self.identities = identities
    }

    /// For each number its value where only one is possible, or `nil` when no numbers fit at all.
    ///
    /// - Parameter numbers: the known numbers; `nil` for unknown ones.
    func solve(_ numbers: [Int?]) -> [Int?]? {
        var lower = numbers.map { $0 ?? 0 }
        var upper = numbers.map { $0 ?? Self.most }
        var equations: [Equation] = []
        for identity in identities {
            var equation = Equation(terms: [:], constant: 0)
            for (side, sign) in [(identity.left, 1), (identity.right, -1)] {
                for slot in side {
                    if let number = numbers[slot] {
                        equation.constant -= sign * number
                    } else {
                        equation.terms[slot, default: 0] += sign
                    }
                }
            }
            if equation.terms.isEmpty {
                if equation.constant != 0 { return nil }
            } else {
                equations.append(equation)
            }
        }
        guard Self.tighten(equations, &lower, &upper) else { return nil }
        let isOpen = equations.contains { $0.terms.keys.contains { lower[$0] != upper[$0] } }
        if isOpen, !Self.tighten(equations + Self.reduced(equations), &lower, &upper) { return nil }
        return zip(lower, upper).map { $0 == $1 ? $0 : nil }
    }

    private static let most = 1 << 40

    private static func tighten(_ equations: [Equation], _ lower: inout [Int], _ upper: inout [Int]) -> Bool {
        var isMoving = true
        // Bounds can creep for ever; what moves that long is not settled.
        for _ in 0..<500 where isMoving {
            isMoving = false
            for equation in equations {
                // The least and the most that all terms together can be.
                var least = 0
                var most = 0
                for (slot, factor) in equation.terms {
                    least += factor * (factor > 0 ? lower[slot] : upper[slot])
                    most += factor * (factor > 0 ? upper[slot] : lower[slot])
                }
                guard least <= equation.constant, equation.constant <= most else { return false }
                for (slot, factor) in equation.terms where lower[slot] < upper[slot] {
                    let ownLeast = factor * (factor > 0 ? lower[slot] : upper[slot])
                    let ownMost = factor * (factor > 0 ? upper[slot] : lower[slot])
                    // What the others leave for the term.
                    let low = equation.constant - (most - ownMost)
                    let high = equation.constant - (least - ownLeast)
                    let newLower = factor > 0 ? ceiling(low, factor) : ceiling(-high, -factor)
                    let newUpper = factor > 0 ? floor(high, factor) : floor(-low, -factor)
                    if newLower > lower[slot] || newUpper < upper[slot] {
                        lower[slot] = max(lower[slot], newLower)
                        upper[slot] = min(upper[slot], newUpper)
                        guard lower[slot] <= upper[slot] else { return false }
                        isMoving = true
                        break
                    }
                }
            }
        }
        return true
    }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func ceiling(_ value: Int, _ divisor: Int) -> Int { -floor(-value, divisor) }

    /// The equations that Gauss and Jordan make of these.
    private static func reduced(_ equations: [Equation]) -> [Equation] {
        var rows = equations
        for pivot in rows.indices {
            guard let slot = rows[pivot].terms.keys.min(), let factor = rows[pivot].terms[slot] else { continue }
            for other in rows.indices where other != pivot {
                guard let own = rows[other].terms[slot] else { continue }
                let old = rows[other]
                rows[other].terms = old.terms.mapValues { $0 * factor }
                for (slot, value) in rows[pivot].terms { rows[other].terms[slot, default: 0] -= value * own }
                rows[other].constant = old.constant * factor - rows[pivot].constant * own
                rows[other].terms = rows[other].terms.filter { $0.value != 0 }
            }
        }
        return rows.filter { equation in !equation.terms.isEmpty && equation.terms.values.allSatisfy { abs($0) < 1000 } }
    }
}
