import Foundation

/// How many slots of how many reports came back right.
struct GeneratorTally {
    var right = 0
    /// What can be known and was not told.
    var givenUp = 0
    /// What was not told and nobody can know.
    var unknowable = 0
    var wrong = 0
    var reports = 0
    /// Sums that fail in tables that came back whole, those of them that `check` did not name, and those that it named and that hold.
    var sumsBroken = 0
    var sumsMissed = 0
    var sumsInvented = 0

    var slots: Int { right + givenUp + unknowable + wrong }

    static func += (left: inout GeneratorTally, right: GeneratorTally) {
        left.right += right.right
        left.givenUp += right.givenUp
        left.unknowable += right.unknowable
        left.wrong += right.wrong
        left.reports += right.reports
        left.sumsBroken += right.sumsBroken
        left.sumsMissed += right.sumsMissed
        left.sumsInvented += right.sumsInvented
    }

    /// The share of what can be known that came back right.
    var rightOfKnowable: Double {
        let knowable = right + givenUp + wrong
        return knowable == 0 ? 1 : Double(right) / Double(knowable)
    }

    func line(_ name: String) -> String {
        func percent(_ share: Double) -> String { String(format: "%7.3f %%", 100 * share) }
        func share(_ part: Int) -> String { percent(slots == 0 ? 0 : Double(part) / Double(slots)) }
        var line = name.padding(toLength: 26, withPad: " ", startingAt: 0)
        line += " right \(share(right))  given up \(share(givenUp))  unknowable \(share(unknowable))"
        line += "  of the knowable \(percent(rightOfKnowable))  wrong \(wrong) of \(slots)"
        if sumsBroken + sumsInvented > 0 {
            line += "  sums: \(sumsBroken) broken, \(sumsMissed) missed, \(sumsInvented) invented"
        }
        return line
    }
}
