import Foundation
import TestSupport
import Testing

@testable import Biaoge

/// Reports made up with numbers that add up, in every layout, broken in every way: how many slots come back right, how many are given
/// up, and how many are silently wrong, of which there may be none.
@Suite struct GeneratorTests {
    struct Tally {
        var right = 0
        var givenUp = 0
        var wrong = 0
        var reports = 0
        var total: Int { right + givenUp + wrong }

        static func += (left: inout Tally, right: Tally) {
            left.right += right.right
            left.givenUp += right.givenUp
            left.wrong += right.wrong
            left.reports += right.reports
        }
    }

    static let wanted = Int(ProcessInfo.processInfo.environment["BIAOGE_SLOTS"] ?? "") ?? 20_000
    static let seed = UInt64(ProcessInfo.processInfo.environment["BIAOGE_SEED"] ?? "") ?? 1
    static let shown = Int(ProcessInfo.processInfo.environment["BIAOGE_SHOW"] ?? "") ?? 0
    static let only = ProcessInfo.processInfo.environment["BIAOGE_ONLY"]?.split(separator: ",").map(String.init)

    @Test func noValueIsSilentlyWrong() {
        var random = SplitMix64(seed: Self.seed)
        var tallies: [String: Tally] = [:]
        var all = Tally()
        var shown = 0
        var slowest = (seconds: 0.0, what: "")
        var cpu = 0.0
        let defects = Defect.allCases.filter { Self.only?.contains($0.rawValue) ?? true }
        var round = 0
        while all.total < Self.wanted {
            round += 1
            for defect in defects {
                let form = Form.bundled[Int.random(in: 0..<2, using: &random)]
                var numbers = GeneratedReport.Numbers.allCases.randomElement(using: &random) ?? .distinct
                let rendering = Rendering.allCases.randomElement(using: &random) ?? .tabs
                // A report that prints only some of its zeros cannot be known where empty cells vanish or something is lost: nobody can
                // tell which of the blanks and zeros it was.
                let isMixed = numbers == .someBlank && (!rendering.keepsEmpty || defect.isHard)
                if isMixed { numbers = .zerosBlank }
                var report = GeneratedReport(
                    form: form, numbers: numbers, variant: Int.random(in: 0..<3, using: &random), random: &random)
                var names = [defect.rawValue]
                guard defect.apply(&report, rendering, &random) else { continue }
                // Every fourth report has a second defect.
                if Self.only == nil, Int.random(in: 0..<4, using: &random) == 0,
                    let second = Defect.allCases.randomElement(using: &random),
                    !(numbers == .someBlank && second.isHard)
                {
                    if second.apply(&report, rendering, &random) { names.append(second.rawValue) }
                }
                let document = rendering.document(report)
                let start = Self.seconds()
                let solution = Solver.bundled.solve(document)
                let spent = Self.seconds() - start
                cpu += spent
                let what = "\(names.joined(separator: "+")) \(rendering) \(numbers) \(form.id)"
                if spent > slowest.seconds { slowest = (spent, what) }
                let tally = Self.judge(report, solution) { line in
                    guard shown < Self.shown else { return }
                    shown += 1
                    print("WRONG \(what): \(line)")
                }
                all += tally
                tallies[
                    names.count > 1
                        ? "(two) " + (names.contains { Defect(rawValue: $0)?.isHard == true } ? "hard" : "plain")
                        : defect.rawValue, default: Tally()] += tally
                tallies["= \(rendering)", default: Tally()] += tally
                tallies["= \(numbers)", default: Tally()] += tally
                if names.allSatisfy({ Defect(rawValue: $0)?.isHard == false }) {
                    tallies["plain \(rendering) \(numbers)", default: Tally()] += tally
                }
            }
        }
        Self.report(tallies, all, cpu: cpu, slowest: slowest)
        // The goal is 0. Known to be left: reports whose zeros are blank, with a lost column and a lost cell, or with two defects.
        let blank = tallies["= zerosBlank"]?.wrong ?? 0
        #expect(all.wrong == blank)
        withKnownIssue(isIntermittent: true) { #expect(blank == 0) }
    }

    static func seconds() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    static func judge(_ report: GeneratedReport, _ solution: Solution?, _ show: (String) -> Void) -> Tally {
        var tally = Tally()
        tally.reports = 1
        let values = Dictionary((solution?.values ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for table in report.tables {
            for (slot, truth) in table.truth.enumerated() {
                let key = table.part.slots[slot].key
                let value = values[key]
                guard let truth else {
                    if let value, value.state.hasNumber || value.state == .blank {
                        tally.wrong += 1
                        show("\(key) is \(value.number) \(value.state), the variant has no such row")
                    }
                    continue
                }
                switch value?.state {
                case .read, .repaired, .derived, .corrected:
                    // What a lost cell of a report with blanks held, 0 or nothing, nobody can tell apart; 0 is what the sums allow.
                    let isZeroForBlank =
                        truth.isEmpty && report.numbers == .someBlank && value?.state == .derived && value?.number == "0"
                    if value?.number == truth || isZeroForBlank {
                        tally.right += 1
                    } else {
                        tally.wrong += 1
                        show(
                            "\(key) is \(value?.number ?? "") \(value?.state.rawValue ?? ""), expected '\(truth)' \(value?.place.citation ?? "")"
                        )
                    }
                case .blank:
                    if truth.isEmpty {
                        tally.right += 1
                    } else {
                        tally.wrong += 1
                        show("\(key) is blank, expected '\(truth)'")
                    }
                case .absent:
                    if table.mayBeAbsent.contains(slot) {
                        tally.right += 1
                    } else {
                        tally.wrong += 1
                        show("\(key) is absent, expected '\(truth)'")
                    }
                case .missing, .ambiguous, nil: tally.givenUp += 1
                }
            }
        }
        return tally
    }

    static func report(_ tallies: [String: Tally], _ all: Tally, cpu: Double, slowest: (seconds: Double, what: String)) {
        func percent(_ part: Int, _ whole: Int) -> String {
            String(format: "%7.3f", whole == 0 ? 0 : 100 * Double(part) / Double(whole))
        }
        func line(_ name: String, _ tally: Tally) -> String {
            name.padding(toLength: 24, withPad: " ", startingAt: 0)
                + " right \(percent(tally.right, tally.total)) %  given up \(percent(tally.givenUp, tally.total)) %  wrong \(tally.wrong)  of \(tally.total)"
        }
        for name in Defect.allCases.map(\.rawValue) + tallies.keys.filter({ Defect(rawValue: $0) == nil }).sorted() {
            if let tally = tallies[name] { print(line(name, tally)) }
        }
        print(line("all", all))
        print(
            "CPU \(String(format: "%.3f", 1000 * cpu / Double(max(1, all.reports)))) ms a report, slowest \(String(format: "%.1f", 1000 * slowest.seconds)) ms: \(slowest.what)"
        )
    }
}
