import TestSupport
import Testing

@testable import Biaoge

/// Damaged and hostile dumps end in a document or an error, soon.
@Suite struct DamagedDumpTests {
    private func read(_ text: String, as format: Format) throws -> Document {
        var document = try readDump(text, as: format)
        ReportTitle.settle(&document)
        GenericRepair.run(on: &document, limits: Limits())
        return document
    }

    @Test func aMillionTabsAreOverTheLimitOfColumns() {
        #expect(throws: ReadError.limit(.columns, found: 16_385, allowed: 16_384)) {
            try read("甲" + String(repeating: "\t", count: 1_000_000) + "乙\n", as: .tabDump)
        }
    }

    @Test func rowsThatTogetherAreTooManyAreOverTheLimitOfCells() {
        let wide = String(repeating: "1\t", count: 16_000) + "1\n"
        #expect(throws: ReadError.self) { try read(wide + String(repeating: "a\t1\n", count: 1_000), as: .tabDump) }
    }

    @Test(arguments: [Format.tabDump, .cellDump, .pipeDump, .spaceDump, .lineDump, .text])
    func oneLongLineIsAParagraph(format: Format) throws {
        let document = try read(String(repeating: "公开信息", count: 100_000), as: format)
        #expect(document.blocks.count == 1)
    }

    /// Each of these once was, or could be, looked at again from every line: eight times the lines may not cost much more than eight
    /// times the time.
    @Test(arguments: [Format.tabDump, .cellDump, .pipeDump, .spaceDump, .lineDump, .text])
    func manyShortLinesTakeLinearTime(format: Format) throws {
        for unit in [
            "甲\n", "甲\n3\n", "甲\n\n", "甲\n|\n", "| 甲\n", "\t甲\n", "1、甲\n", "甲 3\n乙\n", "公开政府信息并且\n", "甲\n甲\n甲\n甲\n甲\n甲\n7\n",
            "- 3 -\n", "\n", "甲\n\t\n", "甲\n\t\n乙。\n", "甲\n\t\n\n乙\n3\n",
        ] {
            func seconds(_ count: Int) throws -> Double {
                try ThreadTime.least(of: 2) {
                    // A limit on cells may end it; nothing else may.
                    do { _ = try read(String(repeating: unit, count: count), as: format) } catch ReadError.limit {}
                }
            }
            let few = try seconds(100)
            let many = try seconds(800)
            #expect(many < 24 * few + 0.02, "\(unit.debugDescription): \(few) s, \(many) s")
        }
    }

    @Test(arguments: [Format.tabDump, .cellDump, .pipeDump, .spaceDump, .lineDump, .text])
    func anyBytesGiveADocument(format: Format) throws {
        var random = SplitMix64(seed: 4)
        let pieces = [
            "\t", "\n", "\n\n", "|", " ", "  ", "甲", "（一）", "1.", "12", "-", "---", "。", "\u{C}", "\u{0}", "\u{A0}", "二、情况", "**",
            "[bookmark: a]", "2021年报告", "\u{3000}", "｜", "\\|", "3 4 5",
        ]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined()
            let document = try read(text, as: format)
            for table in document.tables {
                #expect(table.cells.reduce(0) { $0 + $1.rowSpan * $1.columnSpan } == table.rowCount * table.columnCount)
            }
        }
    }

    @Test func aCharacterThatIsCutInTheMiddleIsReadAsFarAsItGoes() throws {
        let bytes = Array("甲\t1\n乙\t2\n".utf8)
        for count in 0..<bytes.count {
            _ = try DumpReader.read(
                Source(bytes: Array(bytes.prefix(count)), detection: Detection(format: .tabDump)), options: ReadingOptions())
        }
    }
}
