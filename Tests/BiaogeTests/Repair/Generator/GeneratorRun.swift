import Foundation
import TestSupport

@testable import Biaoge

/// Makes reports, has them read, and records what came of them.
struct GeneratorRun {
    private let settings: GeneratorSettings
    private(set) var record: GeneratorRecord

    init(_ settings: GeneratorSettings) {
        self.settings = settings
        record = GeneratorRecord(settings)
    }

    /// As many reports as the settings ask for, each defect in turn.
    mutating func run() {
        var random = SplitMix64(seed: settings.seed)
        var next = settings.seed &* 1_000_000_000
        while record.all.slots < settings.slots {
            for defect in settings.defects {
                var defects = defect
                if settings.isOpen, settings.two > 0, Int.random(in: 0..<settings.two, using: &random) == 0,
                    let second = Defect.all.randomElement(using: &random)
                {
                    defects.append(second)
                }
                // A defect does not fit every report.
                for _ in 0..<16 {
                    next += 1
                    if run(next, defects) { break }
                }
            }
        }
        record.report()
    }

    /// The one report that the settings ask for, printed.
    func show(_ seed: UInt64) {
        for defects in settings.defects {
            guard let generated = GeneratedCase(seed: seed, defects, settings) else { continue }
            let document = generated.read()
            record.show(generated, Judgement(generated, document), document)
        }
    }

    private mutating func run(_ seed: UInt64, _ defects: [Defect]) -> Bool {
        guard let generated = GeneratedCase(seed: seed, defects, settings) else { return false }
        let start = clock()
        let document = generated.read()
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        record.add(generated, Judgement(generated, document), seconds: seconds)
        return true
    }
}
