import Foundation
import Testing

@testable import Biaoge

/// Real files of other projects, compared with what several independent readers agree on.
///
/// They lie outside the repository; without them the test has nothing to do.
@Suite("The corpus of .docx files", .enabled(if: SeedDumps.isPresent, "needs ../shared/corpus"))
struct DOCXCorpusTests {
    static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpus")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: corpus.appending(path: "docx").path)) ?? []).sorted()

    /// Where Word shows something that the three readers do not report, or the other way round; see the contract for numbers.
    static let shownOtherwise = [
        "docling__docx_rich_cells__9cafc9.docx": "automatic numbers and bullets in cells",
        "docling__tablecell__9ecaad.docx": "bullets in cells",
        "docx4j__separator_missing__f48858.docx": "a check box of the old forms",
        "openxmlsdk__BackgroundReport_-_THE_WORKING_GROUP_ON_INTERNET_GOVERNANCE__ae25a5.docx": "automatic numbers in cells",
        "openxmlsdk__TableEdn__211bc1.docx": "marks of notes",
        "openxmlsdk__TableFnt__bfbe93.docx": "marks of notes",
        "openxmlsdk__TableFntEdnt__638528.docx": "marks of notes",
        "poi__stress005__4ef1c3.docx": "check boxes of the old forms",
        "tika__testWORD_emptyParaInTextbox__7c57a9.docx": "hidden text, which Word does not show",
        "tika__testWORD_numbered_list__16bb7a.docx": "automatic numbers in cells",
    ]

    struct Expected: Decodable {
        let tables: [[ExpectedCell]]
    }

    struct ExpectedCell: Decodable {
        let row, col, rowspan, colspan: Int
        let text: String
        let soft: Bool?
    }

    struct Position: Hashable {
        let row, column, rowSpan, columnSpan: Int
    }

    @Test("every file has the tables that are expected", arguments: names)
    func file(name: String) throws {
        let bytes = try Data(contentsOf: Self.corpus.appending(path: "docx/\(name)"))
        let json = try Data(contentsOf: Self.corpus.appending(path: "expected/\(name).json"))
        let expected = try JSONDecoder().decode(Expected.self, from: json).tables
        let source = Source(bytes: [UInt8](bytes), detection: Detection(format: .docx))
        let document = try DOCXReader.read(source, options: ReadingOptions())
        try #require(document.tables.count == expected.count)
        for (index, table) in document.tables.enumerated() {
            var cells: [Position: String] = [:]
            for cell in table.cells {
                let position = Position(
                    row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan)
                let text = Self.normal(table.text(of: cell))
                if !text.isEmpty || cell.rowSpan * cell.columnSpan > 1 { cells[position] = text }
            }
            var wanted: [Position: String] = [:]
            for cell in expected[index] {
                let position = Position(row: cell.row, column: cell.col, rowSpan: cell.rowspan, columnSpan: cell.colspan)
                let text = Self.normal(cell.text)
                if !text.isEmpty || cell.rowspan * cell.colspan > 1 {
                    wanted[position] = cell.soft == true ? cells[position] : text
                }
            }
            for position in Set(wanted.keys).union(cells.keys).sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
                if let got = cells[position], let want = wanted[position], Self.shownOtherwise[name] != nil {
                    #expect(Self.isWithin(want, got) || Self.isWithin(got, want), "table \(index), \(position)")
                } else {
                    #expect(cells[position] == wanted[position], "table \(index), \(position)")
                }
            }
        }
    }

    /// Whether one text becomes the other by leaving characters out.
    static func isWithin(_ part: String, _ whole: String) -> Bool {
        var rest = Substring(whole)
        for character in part {
            guard let found = rest.firstIndex(of: character) else { return false }
            rest = rest[found...].dropFirst()
        }
        return true
    }

    /// White space aside, as the corpus compares.
    static func normal(_ text: String) -> String {
        let kept = text.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !$0.properties.isWhitespace && ![0xA0, 0xAD, 0x200B].contains($0.value)
        }
        return String(String.UnicodeScalarView(kept.map { $0 == "\u{2011}" ? "-" : $0 }))
    }
}
