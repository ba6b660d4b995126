/// A table of the dataset whose rows come from one document at a time, so that several threads can make them.
protocol RowExport: Sendable {
    /// The name of its file.
    var name: String { get }
    /// The names of its columns.
    var header: [String] { get }
    /// Appends the rows of a document as CSV.
    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8])
}

/// A file of the dataset about all documents, which is made at once.
struct WholeFile: Sendable {
    let name: String
    let make: @Sendable () -> [UInt8]
}

/// Documents with their rows in every table.
struct ReportBatch: Sendable {
    var reports: [StoredReport] = []
    /// For each table the rows of all the documents.
    var rows: [[UInt8]] = []

    /// The documents taken apart, with their rows in room that is used again.
    consuming func withRows(for exports: [any RowExport], in room: RowRoom) -> ReportBatch {
        for index in reports.indices { reports[index].takeApart() }
        rows = room.take(exports.count)
        for (index, export) in exports.enumerated() {
            for report in reports { export.appendRows(of: report, to: &rows[index]) }
        }
        return self
    }
}

/// Room for rows that is used again and again: fresh memory of a megabyte costs more than what is written into it.
final class RowRoom: Sendable {
    private let spare = Guarded<[[[UInt8]]]>([])

    /// So many empty arrays, with room when there is some.
    func take(_ count: Int) -> [[UInt8]] {
        var rows = spare.withLock { $0.popLast() } ?? Array(repeating: [], count: count)
        for index in rows.indices { rows[index].removeAll(keepingCapacity: true) }
        return rows
    }

    /// Gives back arrays whose rows are written. Whoever takes them then must be the only one who holds them, or they are made anew.
    func give(_ rows: inout [[UInt8]]) {
        spare.withLock { spare in
            spare.append(rows)
            rows = []
        }
    }
}
