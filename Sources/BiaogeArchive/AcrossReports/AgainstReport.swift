internal import Biaoge
internal import Digest
internal import Files

/// A report that should be the sum of all others of its year, compared with that sum slot by slot.
struct AgainstReport {
    /// The digest of its bytes; the same report among the inputs is not part of the sum.
    let sha256: String
    private let path: String
    private let year: Int?
    private let values: StoredValues

    /// Reads the report, by a worker as every other.
    init(_ path: String, _ options: ArchiveOptions) throws {
        self.path = path
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path, maximumBytes: options.reading.limits.inputBytes)
        } catch {
            throw InputProblem(path, DocumentFailure(error))
        }
        sha256 = SHA256Digest.hexadecimal(of: bytes)
        let pool = try WorkerPool(count: 1, command: options.workerCommand, options.workerSettings)
        let job = WorkerJob(kind: .report, source: path, sha256: sha256, corrections: [], bytes: bytes)
        var record = ReportRecord(failure: DocumentFailure("未读取", "It was not read"))
        try pool.submit(job.message) { outcome in
            switch outcome {
            case .answer(let message): record = try ReportRecord(message)
            case .failure(let failure): record = ReportRecord(failure: failure)
            }
        }
        try pool.drain()
        if let failure = record.failure { throw InputProblem(path, failure) }
        year = record.year
        values = StoredValues(record.values)
        if values.rows.isEmpty {
            throw InputProblem(path, DocumentFailure("没有认出任何表式，无法比较", "No form was recognised, so it cannot be compared"))
        }
    }

    /// Writes `against.csv` and gives a finding for each value that differs.
    ///
    /// The year is that of the report; when it says none, the only year of the archive.
    func compare(with sums: SumsExport, _ slots: SlotTable, _ folder: String) throws -> [(source: String, remark: StoredRemark)] {
        let year = self.year ?? (sums.years.count == 1 ? sums.years.keys.first : nil) ?? .min
        let output = try CSVOutput(
            folder + "/against.csv",
            ["year", "part", "key", "row_label", "column_label", "value", "state", "sum", "difference", "reports"])
        var findings: [(source: String, remark: StoredRemark)] = []
        for row in values.rows where slots.entries.indices.contains(row.slot) {
            let slot = slots.entries[row.slot]
            // A key means the same in every form, and a year may have reports on several.
            var sum = ExactSum()
            if let sums = sums.years[year] {
                for index in slots.entries.indices where slots.entries[index].key == slot.key { _ = sum.add(sums.sums[index]) }
            }
            let reports = sum.count
            var difference = ExactSum()
            let isKnown = difference.add(values.text[row.number]) && reports > 0 && difference.subtract(sum)
            try output.row([
                year == .min ? "" : String(year), slot.part, slot.key, slot.rowLabel, slot.columnLabel, values.string(row.number),
                Value.State.allCases[row.state].rawValue, reports > 0 ? sum.text : "", isKnown ? difference.text : "",
                String(reports),
            ])
            guard isKnown, !difference.isZero else { continue }
            let remark = StoredRemark(
                kind: Finding.Kind.differsFromSum.rawValue, part: slot.part, key: slot.key, place: values.string(row.place),
                arguments: [values.string(row.number), sum.text, difference.text])
            findings.append((path, remark))
        }
        try output.finish()
        return findings
    }
}
