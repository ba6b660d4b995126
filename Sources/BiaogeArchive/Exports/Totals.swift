internal import Biaoge

/// What is added up over all documents: the sums, the overview, and what the run came to.
struct Totals {
    private(set) var sums: SumsExport
    /// What a report of the whole is compared with: the sums of all but itself.
    private(set) var others: SumsExport
    private(set) var overview: OverviewData
    private let against: AgainstReport?
    private var summary = ArchiveSummary()

    init(_ exports: Exports) {
        sums = SumsExport(exports.slots)
        others = sums
        overview = OverviewData(exports.options.language, exports.slots, hasPages: exports.options.pages)
        against = exports.against
    }

    /// Takes a document.
    mutating func add(_ report: borrowing StoredReport) {
        sums.add(report)
        if let against, report.sha256 != against.sha256 { others.add(report) }
        overview.add(report)
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

    /// Says what the documents came to.
    func summarise(_ summary: inout ArchiveSummary) {
        summary.documents = self.summary.documents
        summary.recognised = self.summary.recognised
        summary.repaired = self.summary.repaired
        summary.failing = self.summary.failing
        summary.failed = self.summary.failed
        summary.firstFailureCode = self.summary.firstFailureCode
        summary.unfittingCorrections = self.summary.unfittingCorrections
    }
}

/// The totals as several threads add to them, one after another.
final class SharedTotals: Sendable {
    private let shared: Guarded<Totals>

    init(_ totals: Totals) {
        shared = Guarded(totals)
    }

    /// Takes documents.
    func add(_ reports: [StoredReport]) {
        shared.withLock { totals in
            for report in reports { totals.add(report) }
        }
    }

    /// What has been added up.
    var totals: Totals { shared.withLock { $0 } }
}
