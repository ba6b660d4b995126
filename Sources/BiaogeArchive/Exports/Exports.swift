internal import Biaoge
internal import Files
internal import GRDB
internal import Processes

/// Everything that is written from the ledger, in one pass over its documents in the order of their sources.
struct Exports {
    let ledger: Ledger
    let slots: SlotTable
    let options: ArchiveOptions
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
        let issuers = IssuerNames(Array(Set(try ledger.issuers() + (expected?.names ?? []))))
        var across = AcrossReports(ledger, slots)
        try across.compare(issuers)
        summary.joinedIssuers = issuers.joined
        let acrossCount = try Int.fetchOne(ledger.database, sql: "SELECT COUNT(*) FROM across") ?? 0
        summary.acrossFindings = acrossCount
        let findings = try FindingsExport(folder, options.language)
        var sums = SumsExport(folder, slots)
        // What a report of the whole is compared with: all but itself.
        var others = SumsExport(folder, slots)
        var overview = OverviewData(options.language, slots, hasPages: options.pages)
        var exports: [any Export] = [
            try ValuesExport(folder, slots), try ReportsExport(folder, options.language), try WideExport(folder, slots), findings,
            try TextExport(folder, ledger, hasPages: options.pages),
        ]
        let template = try templateExport(&summary)
        if let template { exports.append(template) }
        let documents = try Row.fetchCursor(ledger.database, sql: StoredReport.query)
        while let row = try documents.next() {
            guard !OwnProcess.isInterrupted else { throw ArchiveInterrupted() }
            var report = StoredReport(row)
            if acrossCount > 0 { report.across = try ledger.across(report.source) }
            for index in exports.indices { try exports[index].add(report) }
            try sums.add(report)
            if let against, report.sha256 != against.sha256 { try others.add(report) }
            try overview.add(report)
            count(report, &summary)
        }
        for names in issuers.joined {
            try findings.write(
                StoredRemark(
                    kind: Finding.Kind.issuersJoined.rawValue, part: "", key: "", place: "",
                    arguments: [names.joined(separator: options.language == .chinese ? "、" : ", ")]), "")
        }
        let missing = try expected?.missing(in: ledger, issuers) ?? []
        let differences = try against?.compare(with: others, slots, folder) ?? []
        for (source, remark) in missing + differences { try findings.write(remark, source) }
        summary.notReported = missing.count
        summary.differences = differences.count
        for index in exports.indices { try exports[index].finish() }
        try sums.finish()
        try CodebookExport.write(folder, slots)
        if against == nil { try Folder.removeFile(RawPath(folder + "/against.csv")) }
        try DatasetPath.write(Array(OverviewPage(data: overview, summary: summary).html.utf8), below: folder, "index.html")
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
        TemplateExport.name,
    ]

    private func count(_ report: borrowing StoredReport, _ summary: inout ArchiveSummary) {
        summary.documents += 1
        if report.isReport { summary.recognised += 1 }
        let counts = report.stateCounts
        if counts[Value.State.repaired.index] + counts[Value.State.derived.index] > 0 { summary.repaired += 1 }
        if report.failing > 0 { summary.failing += 1 }
        if !report.isRead {
            summary.failed += 1
            if summary.firstFailureCode == 0 { summary.firstFailureCode = report.code }
        }
        for key in report.unfitting.split(separator: "\n") { summary.unfittingCorrections.append("\(report.source): \(key)") }
    }

    /// The file of values to fill in, unless a person has written values into the one that is there which the ledger does not know.
    private func templateExport(_ summary: inout ArchiveSummary) throws -> TemplateExport? {
        let path = options.output + "/" + TemplateExport.name
        if Folder.exists(path) || (try? FileStatus(RawPath(path), followingLinks: true)) == nil {
            return try TemplateExport(options.output, slots)
        }
        let rows = (try? CorrectionsFile.read(path)) ?? []
        for row in rows {
            let known = try String.fetchOne(
                ledger.database, sql: "SELECT value FROM corrections WHERE source = ? AND sha256 = ? AND key = ?",
                arguments: [row.source, row.sha256, row.correction.key])
            if known != row.correction.value {
                summary.keptTemplate = true
                return nil
            }
        }
        return try TemplateExport(options.output, slots)
    }
}
