import Testing

@testable import Biaoge

/// Reports made up with numbers that add up, written in every layout, broken in every way, and read as users' files are: how many slots
/// come back right, how many are given up, how many nobody can know, and how many are silently wrong, of which there may be none.
///
/// A sample runs with the other tests. The goal is told by a million slots and an optimised build, in which some one in a hundred thousand
/// is wrong still; what else can be asked for is listed at ``GeneratorSettings``:
///
///     BIAOGE_SLOTS=1000000 swift test -c release -Xswiftc -enable-testing --filter GeneratorTests
@Suite struct GeneratorTests {
    static let settings = GeneratorSettings()

    @Test func noValueIsSilentlyWrong() {
        var run = GeneratorRun(Self.settings)
        if let seed = Self.settings.report {
            run.show(seed)
            return
        }
        run.run()
        #expect(run.record.all.wrong == 0)
    }

    /// 3 + a = b, a + b = 7, c + d = 0: nothing but the sums and that no number is negative.
    @Test func whatSumsSayIsFoundWithoutTheSolver() {
        let sums = SumSystem([
            Form.Identity(rule: "", left: [0, 1], right: [2]), Form.Identity(rule: "", left: [1, 2], right: [3]),
            Form.Identity(rule: "", left: [4, 5], right: [6]),
        ])
        #expect(sums.solve([3, nil, nil, 7, nil, nil, 0]) == [3, 2, 5, 7, 0, 0, 0])
        #expect(sums.solve([3, nil, nil, 8, nil, nil, 1]) == nil)
        #expect(sums.solve([nil, 1, nil, nil, nil, nil, 1]) == [nil, 1, nil, nil, nil, nil, 1])
    }

    /// The row with the misprint is lost; another misprint has nothing to do with it.
    @Test func aMisprintThatIsLostCannotBeSeen() throws {
        let defects = ["wrong2", "rowsLost2"].compactMap { name in Defect.all.first { $0.name == name } }
        let broken = try #require(GeneratedCase(seed: 185_000_005_320, defects, Self.settings))
        #expect(Knowledge(broken.report.tables[1], broken.report, broken.layout).isDeceptive)
    }
}
