@testable import Biaoge

/// The layouts that real reports were met in (domain.md, 4).
enum SourceLayout: String, CaseIterable {
    /// L1: tabs, a field for every grid column.
    case tabs
    /// L1 as language models write it: one empty field for all further columns of a label, filled up at the end.
    case packedTabs
    /// L2: a cell a line with a TAB in front, an empty line after each row.
    case cells
    /// L3: a cell a line, an empty line after each; no row ends, empty cells vanish.
    case lines
    /// L4: bars between the fields of a line.
    case pipes
    /// L11: bars at both edges too, and a separator under the first row, as Markdown has it.
    case markdown
    /// L5: a bar in front of each cell, each on a line of its own; an empty line after each row.
    case pipeCells
    /// L6: lines with nothing but a bar between the lines of the cells.
    case pipeLines
    /// L7: label and numbers parted by single spaces; empty cells vanish.
    case spaces
    /// L8: columns held by spaces, as `pdftotext -layout` prints them. Empty cells leave a gap, but only for the eye.
    case columns
    /// L13: HTML with its spans.
    case html
    /// L14: HTML from Word, with blank cells where a cell from above reaches down.
    case htmlBlanks
    /// L15: DOCX.
    case docx

    /// Whether an empty cell still has a field.
    var keepsEmpty: Bool { self != .spaces && self != .lines && self != .columns }

    /// Whether a row is a row of cells with spans, so that what stands in no cell has no place.
    var isGrid: Bool { self == .html || self == .htmlBlanks || self == .docx }

    /// Whether a line end ends a row.
    var hasLines: Bool { [.tabs, .packedTabs, .pipes, .markdown, .spaces, .columns].contains(self) }

    /// Whether a field stands for each grid column, so that trailing empty fields come and go.
    var hasFields: Bool { self == .tabs || self == .packedTabs || self == .pipes || self == .markdown }

    /// The whole report, as a source would have it.
    func bytes(_ report: GeneratedReport) -> [UInt8] {
        switch self {
        case .docx: MarkedUpReport(report, self).docx
        case .html, .htmlBlanks: Array(MarkedUpReport(report, self).html.utf8)
        default: Array(text(report).utf8)
        }
    }

    /// The whole report as text to look at; for DOCX its body.
    func text(_ report: GeneratedReport) -> String {
        if isGrid { return MarkedUpReport(report, self).html }
        var text = report.title + "\n\n" + Self.opening + "\n\n"
        for table in report.tables {
            text += table.title + "\n\n" + TextTable(table, self).text + "\n"
        }
        text += Self.closing.joined(separator: "\n\n") + "\n"
        guard report.hasStrippedLines else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.prefix(upTo: line.lastIndex { $0 != "\t" }.map(line.index(after:)) ?? line.startIndex)
        }.joined(separator: "\n")
    }

    static let opening = "一、总体情况\n\n本镇认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好政府信息公开工作。"
    static let closing = [
        "五、存在的主要问题及改进情况", "存在的主要问题是公开的内容还不够全面，今后将加强培训，不断改进。", "六、其他需要报告的事项", "无其他需要报告的事项。",
    ]
}
