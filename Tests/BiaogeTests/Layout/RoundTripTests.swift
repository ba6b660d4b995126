import Foundation
import Testing

@testable import Biaoge

@Suite struct RoundTripTests {
    /// Every statutory table with numbers in its value cells.
    private static var statutory: [(table: Table, texts: [String])] {
        Form.bundled.flatMap(\.parts).map { part in
            let slots = Dictionary(uniqueKeysWithValues: part.slots.enumerated().map { ([$1.row, $1.column], $0) })
            let texts = part.table.cells.map { cell in
                slots[[cell.row, cell.column]].map { String($0 * 7 % 23) } ?? part.table.text(of: cell)
            }
            return (part.table, texts)
        }
    }

    @Test(arguments: [Format.tabDump, .cellDump])
    func theStatutoryTablesComeBackWhole(format: Format) throws {
        var trip = RoundTrip()
        for (table, texts) in Self.statutory { try trip.run(table, texts: texts, as: format) }
        #expect(trip.total > 500)
        #expect(trip.right == trip.total, "\(trip.lost.joined(separator: "\n"))")
    }
}

/// How far inference gets on tables that it knows nothing about: every table of the corpus, flattened and read back.
@Suite(.enabled(if: SeedDumps.isPresent, "needs ../shared/seeds and corpus")) struct CorpusRoundTripTests {
    private static let folder = SeedDumps.shared.appending(path: "corpus/docx")

    /// The share of cells that must come back; README.md has the exact figures.
    @Test(arguments: [(Format.tabDump, 0.93), (.cellDump, 0.97)])
    func mostCellsOfRealTablesComeBack(format: Format, share: Double) throws {
        var trip = RoundTrip()
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted() where name.hasSuffix(".docx") {
            var options = ReadingOptions()
            options.asIs = true
            let document = try Document(reading: [UInt8](Data(contentsOf: Self.folder.appending(path: name))), options: options)
            for (index, table) in document.tables.enumerated() {
                // A dump has no place for TABs or empty lines inside a cell.
                let texts = table.cells.map { cell in
                    table.text(of: cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                let before = trip.lost.count
                try trip.run(table, texts: texts, as: format)
                if trip.lost.count > before, ProcessInfo.processInfo.environment["SHOW_LOST"] != nil {
                    print("\(name) table \(index)", trip.lost[before...].prefix(6).map { $0.prefix(50) })
                }
            }
        }
        print("round trip, \(format.rawValue): \(trip.right) of \(trip.total) cells with position and span")
        #expect(Double(trip.right) / Double(max(1, trip.total)) > share)
    }
}
