import Foundation

@testable import Biaoge

/// What a run of the generator came to, and what of it is printed.
struct GeneratorRecord {
    private let settings: GeneratorSettings
    private(set) var all = GeneratorTally()
    private var tallies: [String: GeneratorTally] = [:]
    private var seconds = 0.0
    private var slowest = (seconds: 0.0, citation: "")
    private var shown = 0
    private var shownGivenUp = 0

    init(_ settings: GeneratorSettings) {
        self.settings = settings
    }

    mutating func add(_ generated: GeneratedCase, _ judgement: Judgement, seconds: Double) {
        all += judgement.tally
        let kind = generated.isHard ? "hard" : "plain"
        let own = generated.isAlone ? generated.name : "(two) \(kind)"
        for name in [
            generated.placesAreSure ? own : "(blanks gone) \(kind)", "= \(generated.layout)", "= \(generated.report.numbers)",
            "== \(generated.group)",
        ] {
            tallies[name, default: GeneratorTally()] += judgement.tally
        }
        self.seconds += seconds
        if seconds > slowest.seconds { slowest = (seconds, generated.citation) }
        if settings.listsWrong { list(generated, judgement) }
        if !judgement.wrong.isEmpty, shown < settings.shown {
            shown += 1
            print("WRONG \(generated.citation)")
            for slot in judgement.wrong { print("  \(slot.text)") }
            print(generated.layout.text(generated.report))
        }
        if !judgement.givenUp.isEmpty, shownGivenUp < settings.shownGivenUp {
            shownGivenUp += 1
            print("GIVEN UP \(generated.citation)")
            for slot in judgement.givenUp { print("  \(slot.text)") }
            print(generated.layout.text(generated.report))
        }
    }

    private func list(_ generated: GeneratedCase, _ judgement: Judgement) {
        for (what, slots) in [("WRONG", judgement.wrong), ("GIVEN", judgement.givenUp), ("SUM", judgement.sums)] {
            for slot in slots {
                let fields = [
                    what, generated.group, generated.name, generated.layout.rawValue, generated.report.numbers.rawValue,
                    String(generated.seed),
                    slot.key, slot.expected, slot.got, slot.place,
                ]
                print(fields.joined(separator: "\t"))
            }
        }
    }

    /// Prints one report, what was made of it, and what is not right.
    func show(_ generated: GeneratedCase, _ judgement: Judgement, _ document: Document?) {
        print(generated.citation)
        print(generated.layout.text(generated.report))
        for value in document?.values ?? [] where value.state != .read {
            print("\(value.key)\t\(value.state)\t\(value.number)\t\(value.raw)\t\(value.place.citation)\t\(value.note)")
        }
        for finding in document?.findings ?? [] { print(finding.message(in: .english)) }
        for slot in judgement.wrong { print("WRONG \(slot.text)") }
        for slot in judgement.givenUp { print("GIVEN UP \(slot.text)") }
        for slot in judgement.sums { print("SUM \(slot.text)") }
        print(judgement.tally.line(generated.name))
    }

    /// Prints the tallies, defect by defect.
    func report() {
        let names = Defect.all.map(\.name)
        for name in names + tallies.keys.filter({ !names.contains($0) }).sorted() {
            if let tally = tallies[name] { print(tally.line(name)) }
        }
        print(all.line("all"))
        let average = String(format: "%.3f", 1000 * seconds / Double(max(1, all.reports)))
        print("CPU \(average) ms a report, slowest \(String(format: "%.1f", 1000 * slowest.seconds)) ms: \(slowest.citation)")
    }
}
