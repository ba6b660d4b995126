import Foundation

/// What the generator is told through the environment.
///
/// - `BIAOGE_SLOTS`: how many slots to try, 20,000 unless told.
/// - `BIAOGE_SEED`: another seed, another sample; 1 unless told.
/// - `BIAOGE_ONLY`: only these defects, such as `cellLost,rowLost`, or together: `cellLost+pageSplit`.
/// - `BIAOGE_TWO`: every n-th report has a second defect; 4 unless told, 0 for none.
/// - `BIAOGE_LAYOUT`, `BIAOGE_NUMBERS`: only these layouts, only these kinds of numbers.
/// - `BIAOGE_SHOW`: print so many silently wrong cases with their text, to be pasted into a test.
/// - `BIAOGE_GIVEN`: print so many cases in which something that can be known was given up, with their text.
/// - `BIAOGE_LIST`: print every wrong slot as one line of tabs, for sorting and counting.
/// - `BIAOGE_REPORT`: make one report only, that with this seed (and `BIAOGE_ONLY`), and print it.
struct GeneratorSettings {
    let slots = Self.number("BIAOGE_SLOTS") ?? 20_000
    let seed = UInt64(Self.number("BIAOGE_SEED") ?? 1)
    let two = Self.number("BIAOGE_TWO") ?? 4
    let shown = Self.number("BIAOGE_SHOW") ?? 0
    let shownGivenUp = Self.number("BIAOGE_GIVEN") ?? 0
    let listsWrong = Self.number("BIAOGE_LIST") != nil
    let report = Self.number("BIAOGE_REPORT").map(UInt64.init)
    let layouts = SourceLayout.allCases.filter { Self.words("BIAOGE_LAYOUT")?.contains($0.rawValue) ?? true }
    let numbers = GeneratedReport.Numbers.allCases.filter { Self.words("BIAOGE_NUMBERS")?.contains($0.rawValue) ?? true }
    /// The defects to try in turn.
    let defects: [[Defect]] =
        words("BIAOGE_ONLY")?.map { names in
            names.split(separator: "+").compactMap { name in Defect.all.first { $0.name == name } }
        } ?? Defect.all.map { [$0] }
    /// Whether the defects were not told, so that some reports get a second one.
    let isOpen = words("BIAOGE_ONLY") == nil

    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }
    private static func words(_ name: String) -> [String]? {
        ProcessInfo.processInfo.environment[name]?.split(separator: ",").map(String.init)
    }
}
