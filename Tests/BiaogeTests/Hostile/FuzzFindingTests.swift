import Foundation
import TestSupport
import Testing

@testable import Biaoge

/// What the fuzzers found, each as the smallest input that showed it.
@Suite("What fuzzing found")
struct FuzzFindingTests {
    private static let report = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Samples/line-dump/report.txt")

    @Test("a part whose rows stand in front of where the part before it ends")
    func partInFront() throws {
        // Reports one after another: every part is there many times, in an order that no form has.
        let report = try Data(contentsOf: Self.report)
        for count in [2, 3, 30, 300] {
            let bytes = [UInt8](Data(repeatElement(report, count: count).joined()))
            #expect(try !Document(reading: bytes).blocks.isEmpty)
        }
    }
}
