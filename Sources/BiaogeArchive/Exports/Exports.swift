internal import Biaoge
internal import Files
internal import GRDB
internal import Processes

/// Everything that is written from the ledger, in one pass over its documents in the order of their sources.
struct Exports {
    let ledger: Ledger
    let slots: SlotTable
    let options: ArchiveOptions
    let files: DocumentFiles
    /// Who should have reported.
    let expected: ExpectedReports?
    /// A report that should be the sum of all.
    let against: AgainstReport?

    /// Writes the dataset and adds up what it came to.
    ///
    /// - Parameter unused: corrections that no document asked for.
    func write(_ summary: inout ArchiveSummary, unused: Set<Corrections.Row>) throws {
        let folder = options.output
        try removeLeftovers()
        let reporting = try ledger.issuers()
        let names = reporting.map(\.name)
        let issuers = IssuerNames(expected.map { Array(Set(names + $0.names)) } ?? names)
        var across = AcrossReports(ledger, slots)
        try across.compare(reporting, issuers)
        summary.joinedIssuers = issuers.joined
        let acrossCount = try Int.fetchOne(ledger.database, sql: "SELECT COUNT(*) FROM across") ?? 0
        summary.acrossFindings = acrossCount
        let hasTemplate = try !hasOwnTemplate(&summary)
        let tables = tables(hasTemplate: hasTemplate)
        let outputs = try tables.map { try CSVOutput("\(folder)/\($0.name)", $0.header) }
        let shared = SharedTotals(Totals(self))
        try writeRows(tables, outputs, shared, hasAcross: acrossCount > 0)
        let totals = shared.totals
        totals.summarise(&summary)
        let joined = issuers.joined.map { names in
            StoredRemark(
                kind: Finding.Kind.issuersJoined.rawValue, part: "", key: "", place: "",
                arguments: [names.joined(separator: options.language == .chinese ? "、" : ", ")])
        }
        let missing = try expected?.missing(in: ledger, issuers, options.language) ?? []
        let differences = try against?.compare(with: totals.others, slots, folder) ?? []
        let findings = FindingsExport(language: options.language)
        for (source, remark) in joined.map({ ("", $0) }) + missing + differences {
            try outputs[0].row(findings.fields(remark, source))
        }
        summary.notReported = missing.count
        summary.differences = differences.count
        for output in outputs { try output.finish() }
        if against == nil { try Folder.removeFile(RawPath(folder + "/against.csv")) }
        let rest = try writeWhole(totals, summary)
        try files.removeOthers(documents: summary.documents - summary.failed, ledger)
        try ledger.commit()
        try rest.finish()
        summary.unfittingCorrections += unused.map { row in
            "\(row.source.isEmpty ? row.sha256 : row.source): \(row.correction.key)"
        }.sorted()
    }

    /// Removes what a killed run left half-written.
    private func removeLeftovers() throws {
        for name in try Folder.names(in: RawPath(options.output)) {
            let text = String(decoding: name, as: UTF8.self)
            let isOurs = Self.files.contains { text.utf8.starts(with: ($0 + ".").utf8) }
            if isOurs, text.hasSuffix(".part") { try Folder.removeFile(RawPath(options.output).appending(name)) }
        }
    }

    /// The files of a dataset, besides the ledger and the folders.
    static let files = [
        "values.csv", "reports.csv", "wide.csv", "sums.csv", "findings.csv", "codebook.csv", "against.csv", "index.html",
        TemplateExport.fileName,
    ]

    /// The tables whose rows come from one document at a time, that of the findings first.
    private func tables(hasTemplate: Bool) -> [any RowExport] {
        let tables: [any RowExport] = [
            FindingsExport(language: options.language), ValuesExport(slots), ReportsExport(language: options.language),
            WideExport(slots),
        ]
        return hasTemplate ? tables + [TemplateExport(slots: slots)] : tables
    }

    /// Writes the rows of all documents, a few at a time, and adds the documents up.
    private func writeRows(_ tables: [any RowExport], _ outputs: [CSVOutput], _ totals: SharedTotals, hasAcross: Bool) throws {
        let room = RowRoom()
        let lanes = OrderedLanes<ReportBatch, ReportBatch>(
            threads,
            work: { $0.withRows(for: tables, in: room) },
            inTurn: { batch in
                for (output, rows) in zip(outputs, batch.rows) { try output.add(rows: rows) }
                totals.add(batch.reports)
                room.give(&batch.rows)
            })
        let documents = try Row.fetchCursor(ledger.database, sql: StoredReport.query)
        var batch = ReportBatch()
        var size = 0
        while let row = try documents.next() {
            guard !OwnProcess.isInterrupted else { throw ArchiveInterrupted() }
            var report = StoredReport(row)
            if hasAcross { report.across = try ledger.across(report.source) }
            size += report.size
            batch.reports.append(report)
            // A few reports, some hundred kilobytes of rows: enough to be worth the threads, too little to be felt in memory.
            guard size >= 1 << 15 || batch.reports.count == 256 else { continue }
            try lanes.give(batch)
            batch = ReportBatch()
            size = 0
        }
        if !batch.reports.isEmpty { try lanes.give(batch) }
        try lanes.finish()
    }

    /// Begins to write the files about the whole, each made by a thread.
    private func writeWhole(
        _ totals: Totals, _ summary: ArchiveSummary
    ) throws -> OrderedLanes<WholeFile, (name: String, bytes: [UInt8])> {
        let (folder, slots) = (options.output, slots)
        let lanes = OrderedLanes<WholeFile, (name: String, bytes: [UInt8])>(
            threads, work: { ($0.name, $0.make()) },
            inTurn: { made in
                let file = try OutputFile("\(folder)/\(made.name)")
                try file.write(made.bytes)
                try file.commit()
            })
        // The one that takes longest first.
        try lanes.give(WholeFile(name: "index.html") { Array(OverviewPage(data: totals.overview, summary: summary).html.utf8) })
        try lanes.give(WholeFile(name: "sums.csv") { totals.sums.csv })
        try lanes.give(WholeFile(name: "codebook.csv") { CodebookExport.csv(slots) })
        return lanes
    }

    /// As many threads as there are workers, whose work is done.
    private var threads: Int { min(options.workers, OwnProcess.processorCount) }

    /// Whether a person has written values into the file of values to fill in that the ledger does not know.
    private func hasOwnTemplate(_ summary: inout ArchiveSummary) throws -> Bool {
        let path = options.output + "/" + TemplateExport.fileName
        if Folder.exists(path) || (try? FileStatus(RawPath(path), followingLinks: true)) == nil { return false }
        let rows = (try? CorrectionsFile.read(path)) ?? []
        for row in rows {
            let known = try String.fetchOne(
                ledger.database, sql: "SELECT value FROM corrections WHERE source = ? AND sha256 = ? AND key = ?",
                arguments: [row.source, row.sha256, row.correction.key])
            if known != row.correction.value {
                summary.keptTemplate = true
                return true
            }
        }
        return false
    }
}
