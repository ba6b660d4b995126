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
