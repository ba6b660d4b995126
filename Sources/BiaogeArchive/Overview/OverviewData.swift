internal import Biaoge

/// What the overview shows of an archive: counts, and the first few thousand reports by name. Its size does not grow with the archive.
struct OverviewData {
    /// One row of the table of reports.
    struct Line {
        var source: String
        var issuer: String
        var year: String
        var forms: String
        var isRead: Bool
        var reason: String
        var failing: Int
        var open: Int
        var changed: Int
        var page: String
    }

    /// How many rows the table of reports has at most; the rest is in reports.csv.
    static let maximumLines = 5_000

    let language: Language
    let slots: SlotTable
    /// Whether pages were written, to which the table links.
    let hasPages: Bool

    private(set) var documents = 0
    private(set) var reports = 0
    private(set) var failed = 0
    private(set) var failing = 0
    private(set) var repaired = 0
    /// Reports by year (the lowest number when it says none), then by form.
    private(set) var byYear: [Int: [String: Int]] = [:]
    private(set) var formats: [String: Int] = [:]
    /// Values by state.
    private(set) var states = [Int](repeating: 0, count: Value.State.allCases.count)
    /// Values by slot, then by state.
    private var slotStates: [Int]
    /// Identities that fail, by part and what they add up.
    private(set) var identities: [String: Int] = [:]
    /// Findings by kind.
    private(set) var findings: [String: Int] = [:]
    /// Documents that could not be read, by reason.
    private(set) var reasons: [String: (count: Int, example: String)] = [:]
    private var failedLines: [Line] = []
    private var failingLines: [Line] = []
    private var otherLines: [Line] = []

    init(_ language: Language, _ slots: SlotTable, hasPages: Bool) {
        self.language = language
        self.slots = slots
        self.hasPages = hasPages
        slotStates = [Int](repeating: 0, count: Value.State.allCases.count * slots.entries.count)
    }

    /// How many values of a slot are in each state.
    func states(ofSlot slot: Int) -> [Int] { Array(slotStates[(slot * states.count)..<((slot + 1) * states.count)]) }

    /// The rows of the table: failures first, then reports whose sums fail, then the others.
    var lines: ArraySlice<Line> { (failedLines + failingLines + otherLines).prefix(Self.maximumLines) }

    /// Takes a document.
    mutating func add(_ report: borrowing StoredReport) {
        documents += 1
        let counts = report.stateCounts
        let changed = counts[Value.State.repaired.index] + counts[Value.State.derived.index]
        let open = counts[Value.State.missing.index] + counts[Value.State.ambiguous.index]
        if report.isRead {
            formats[report.format, default: 0] += 1
        } else {
            failed += 1
            let reason = report.reason(language)
            let source = report.source
            // Reasons that name an entry or a byte are many; the rest is told together.
            let name = reasons[reason] != nil || reasons.count < 200 ? reason : "…"
            reasons[name, default: (0, source)].count += 1
        }
        if report.failing > 0 { failing += 1 }
        if changed > 0 { repaired += 1 }
        if report.isReport {
            reports += 1
            byYear[report.year ?? .min, default: [:]][report.forms, default: 0] += 1
        }
        for index in states.indices { states[index] += counts[index] }
        for row in report.values.rows where slots.entries.indices.contains(row.slot) {
            slotStates[row.slot * counts.count + row.state] += 1
        }
        for remark in report.remarks { add(remark) }
        for remark in report.across { add(remark) }
        let line = Line(
            source: report.source, issuer: report.issuer, year: report.year.map(String.init) ?? "", forms: report.forms,
            isRead: report.isRead, reason: report.reason(language), failing: report.failing, open: open, changed: changed,
            page: hasPages && report.isRead ? "pages/\(DatasetPath.path(of: report.source)).html" : "")
        keep(line)
    }

    private mutating func add(_ remark: StoredRemark) {
        findings[remark.kind, default: 0] += 1
        let fails = [Finding.Kind.identityFails.rawValue, Finding.Kind.identityFailsIfBlankIsZero.rawValue]
        if fails.contains(remark.kind), remark.arguments.count > 1 {
            // Of the labels that the sum's values share, the innermost says most.
            let label = OverviewCharts.lastPart(remark.arguments[1])
            identities["\(slots.title(ofPart: remark.part))：\(label)", default: 0] += 1
        }
    }

    private mutating func keep(_ line: Line) {
        if !line.isRead {
            if failedLines.count < Self.maximumLines { failedLines.append(line) }
        } else if line.failing > 0 {
            if failingLines.count < Self.maximumLines { failingLines.append(line) }
        } else if otherLines.count < Self.maximumLines {
            otherLines.append(line)
        }
    }
}
