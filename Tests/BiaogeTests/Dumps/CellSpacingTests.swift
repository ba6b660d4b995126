import Testing

@testable import Biaoge

/// What the line ends between the texts of a dump say of empty cells.
@Suite struct CellSpacingTests {
    /// For each text how many empty cells stand in front of it.
    ///
    /// - Parameter texts: `4v` for a value behind four line ends, `6` for words behind six.
    private func empty(_ texts: String) -> [Int]? {
        let texts = texts.split(separator: " ")
        let lineEnds = texts.map { Int($0.prefix { $0.isNumber }) ?? 0 }
        return CellSpacing(lineEnds: lineEnds, isValue: texts.map { $0.hasSuffix("v") })?.empty
    }

    @Test func twiceTheLineEndsInFrontOfAValueAreAnEmptyCell() {
        #expect(empty("0 4v 8v 4v 6 4v 4v 12v") == [0, 0, 1, 0, 0, 0, 0, 2])
    }

    @Test func aLabelMayHaveSeveralLines() {
        #expect(empty("0 4v 8v 4v 4v 6 1 4v 4v 12v 4v") == [0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0])
    }

    @Test(arguments: [
        // Behind one cell other than behind the others.
        "0 4v 8v 5v 6 4v 4v 4v", "0 4v 8v 2v 6 4v 4v 4v",
        // Behind a row fewer than behind a cell.
        "0 4v 8v 4v 2 4v 4v 4v",
        // In front of a title alone.
        "0 2v 2v 2 2v 2v 4 2 2v 2v",
        // A line each.
        "0 1v 2v 1v 1 1v 1v 1v",
        // Of more texts than not the spacing says nothing.
        "0 1 1 4v 8v 4v 6 1 1 4v",
    ]) func whatDoesNotComeOutEvenShowsNothing(texts: String) {
        #expect(empty(texts) == nil)
    }
}
