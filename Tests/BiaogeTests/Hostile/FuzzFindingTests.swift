import Foundation
import TestSupport
import Testing

@testable import Biaoge

/// What the fuzzers found, each as the smallest input that showed it.
@Suite("What fuzzing found")
struct FuzzFindingTests {
    private static let report = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Samples/line-dump/report.txt")

    @Test("what looks like UTF-8 and lies beyond Unicode is no text: iconv hands it on", arguments: ["utf-8", nil])
    func beyondUnicode(name: String?) throws {
        let text = Array(String(repeating: "的事项", count: 20).utf8)
        let decoding = try Decoding(text + [0xF5, 0x90, 0x90, 0x8A] + text, named: name, label: nil)
        let decoded = String(decoding: decoding.utf8, as: UTF8.self)
        #expect(Array(decoded.utf8) == decoding.utf8)
        #expect(decoded.contains("\u{FFFD}") && decoded.hasPrefix("的事项的") && decoded.hasSuffix("的事项"))
        #expect(decoding.findings.map(\.kind) == [.undecodableBytes])
    }

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
