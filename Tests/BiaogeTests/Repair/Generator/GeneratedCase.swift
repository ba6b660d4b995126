import TestSupport

@testable import Biaoge

/// One broken report: the same seed and the same defects make the same one everywhere.
struct GeneratedCase {
    let seed: UInt64
    let defects: [Defect]
    let layout: SourceLayout
    let report: GeneratedReport

    /// `nil` where a defect finds nothing to break.
    init?(seed: UInt64, _ defects: [Defect], _ settings: GeneratorSettings) {
        var random = SplitMix64(seed: seed)
        let usual = Form.bundled[Int.random(in: 0..<Form.bundled.count, using: &random)]
        let isMixed = Int.random(in: 0..<6, using: &random) == 0
        let forms = (0..<3).map { _ in isMixed ? Form.bundled.randomElement(using: &random) ?? usual : usual }
        let usualYear = (usual.firstYear ?? 2019) + Int.random(in: 0..<2, using: &random)
        let year = Int.random(in: 0..<5, using: &random) == 0 ? Int.random(in: 2019...2025, using: &random) : usualYear
        guard let numbers = settings.numbers.randomElement(using: &random),
            let layout = settings.layouts.randomElement(using: &random)
        else { return nil }
        // Only where fields and columns are loosely tied do values slide left.
        let report = GeneratedReport(
            forms, year: year, numbers: numbers == .leftPacked && !layout.hasFields ? .zerosBlank : numbers,
            variant: Int.random(in: 0..<3, using: &random), random: &random)
        var breaker = Breaker(report: report, layout: layout, random: random)
        for defect in defects { guard defect.apply(&breaker) else { return nil } }
        self.seed = seed
        self.defects = defects
        self.layout = layout
        self.report = breaker.report
    }

    /// The defects by name: `cellLost+pageSplit`.
    var name: String { defects.map(\.name).joined(separator: "+") }
    var isHard: Bool { defects.contains(where: \.isHard) }

    var isAlone: Bool { defects.count == 1 }

    /// Under which heading it is counted.
    var group: String { "\(isHard ? "hard" : "plain")\(isAlone ? "" : ", two")\(placesAreSure ? "" : ", blanks gone")" }

    /// Whether the place of every field that is not broken says where it belongs: no blank has vanished.
    var placesAreSure: Bool { report.numbers != .leftPacked && (layout.keepsEmpty || !report.numbers.leavesBlanks) }

    /// How to see the case again, and what it is.
    var citation: String {
        let forms = report.tables.map(\.part.slots.count).reduce(0, +)
        return "BIAOGE_ONLY=\(name) BIAOGE_REPORT=\(seed) (\(layout), \(report.numbers), \(forms) slots)"
    }

    /// What the program makes of it.
    func read() -> Document? {
        try? Document(reading: layout.bytes(report))
    }
}
