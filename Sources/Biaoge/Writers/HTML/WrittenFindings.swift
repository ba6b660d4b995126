/// The findings of a page: sums that fail, then everything else behind a fold.
struct WrittenFindings {
    private let failures: [Finding]
    private let others: [Finding]
    private let isReport: Bool
    private let language: Language

    init(_ document: Document, _ language: Language) {
        failures = document.findings.filter(\.isFailure)
        others = document.findings.filter { !$0.isFailure }
        isReport = !document.values.isEmpty
        self.language = language
    }

    /// Writes what there is to say; of a document that is no report, nothing about sums.
    func write(to html: inout MarkupText) {
        if !failures.isEmpty {
            html.markup("<section class=\"failures\">\n")
            html.element("h2", PageWords.failures(language, String(failures.count)))
            write(failures, to: &html)
            html.markup("</section>\n")
        } else if isReport {
            html.markup("<p class=\"holds\">")
            html.text(PageWords.noFailures(language))
            html.markup("</p>\n")
        }
        guard !others.isEmpty else { return }
        html.markup("<details class=\"findings\">")
        html.element("summary", PageWords.findings(language, String(others.count)))
        write(others, to: &html)
        html.markup("</details>\n")
    }

    private func write(_ findings: [Finding], to html: inout MarkupText) {
        html.markup("<ul>\n")
        for finding in findings {
            html.markup("<li>")
            html.text(finding.message(in: language))
            if !finding.place.citation.isEmpty {
                html.markup(" <small>")
                html.text(finding.place.citation(in: language))
                html.markup("</small>")
            }
            html.markup("</li>\n")
        }
        html.markup("</ul>\n")
    }
}
