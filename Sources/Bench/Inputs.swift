import Files
import Foundation
import TestSupport
import Zip

/// The documents that are measured: made once, the same bytes every time.
struct Inputs {
    private let folder: URL
    private let rows = 20_000
    private let columns = 10
    private let reports = 1_000

    init(folder: URL) {
        self.folder = folder
    }

    /// Makes what is not there yet.
    func make() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "reports"), withIntermediateDirectories: true)
        try write("report.docx") { try report(0) }
        try write("table.docx") { try deflated(largeDocument) }
        try write("table.html") { Array(page.utf8) }
        try write("table-tabs.txt") { Array(tabs.utf8) }
        try write("table-cells.txt") { Array(cellLines.utf8) }
        for index in 0..<reports { try write("reports/\(index).docx") { try report(index) } }
    }

    /// What is run, and what the floor does for it.
    var jobs: [Job] {
        let reports = (0..<reports).map { path("reports/\($0).docx") }
        func csv(_ name: String, _ file: String, _ floor: String) -> Job {
            Job(name: name, arguments: ["convert", "--to", "csv", path(file)], floorArguments: [floor, path(file)])
        }
        return [
            csv("one report .docx → csv", "report.docx", "docx"),
            csv("20,000 × 10 .docx → csv", "table.docx", "docx"),
            csv("20,000 × 10 HTML → csv", "table.html", "html"),
            csv("20,000 × 10 tab dump → csv", "table-tabs.txt", "text"),
            csv("20,000 × 10 one-cell dump → csv", "table-cells.txt", "text"),
            Job(
                name: "1,000 reports .docx → tidy, one process", arguments: ["convert", "--to", "tidy"] + reports,
                floorArguments: ["docx"] + reports),
            Job(
                name: "1,000 reports .docx, read only (--as-is)", arguments: ["convert", "--as-is", "--to", "csv"] + reports,
                floorArguments: ["docx"] + reports),
            Job(
                name: "20,000 × 10 .docx → xlsx",
                arguments: ["convert", "--to", "xlsx", "--output", path("out.xlsx"), path("table.docx")],
                floorArguments: ["docx", path("table.docx")]),
        ]
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    private func write(_ name: String, _ make: () throws -> [UInt8]) throws {
        guard !FileManager.default.fileExists(atPath: path(name)) else { return }
        let file = try OutputFile(path(name))
        try file.write(try make())
        try file.commit()
    }

    /// Varied: both forms, every numbering of headings, other numbers in each.
    private func report(_ index: Int) throws -> [UInt8] {
        let form: ReportDOCX.Form = [.revised, .trial, .revisedSingleOther][index % 3]
        var report = ReportDOCX(place: "青禾县第\(index)镇", year: 2019 + index % 6, form: form, seed: index)
        report.numbersHeadings = index % 2 == 1
        return try deflated(report.builder)
    }

    /// As a word processor packs it.
    private func deflated(_ builder: DOCXBuilder) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let entries = builder.entries.map { ZipWriter.Entry(name: $0.name, content: $0.bytes) }
        try ZipWriter.write(entries, level: 6) { bytes += $0 }
        return bytes
    }

    private func value(_ row: Int, _ column: Int) -> String {
        column == 0 ? "第\(row)行" : String((row &* 7919 &+ column &* 104_729) % 100_000)
    }

    private func table(row open: String, _ close: String, cell: (String) -> String) -> String {
        var text = ""
        for row in 0..<rows {
            text += open
            for column in 0..<columns { text += cell(value(row, column)) }
            text += close
        }
        return text
    }

    private var largeDocument: DOCXBuilder {
        let grid = String(repeating: #"<w:gridCol w:w="900"/>"#, count: columns)
        let rows = table(row: #"<w:tr w:rsidR="00A77427"><w:trPr><w:trHeight w:val="300"/></w:trPr>"#, "</w:tr>") { text in
            #"<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p w:rsidR="00A77427" w:rsidRDefault="00A77427">"#
                + #"<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>\#(text)</w:t></w:r></w:p></w:tc>"#
        }
        return DOCXBuilder("<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl><w:p/>")
    }

    private var page: String {
        let rows = table(row: "<tr>\n", "</tr>\n") { #"<td class="c" style="text-align:center">\#($0)</td>"# + "\n" }
        return
            "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>t</title></head><body><table>\n\(rows)</table></body></html>\n"
    }

    private var tabs: String {
        (0..<rows).map { row in (0..<columns).map { value(row, $0) }.joined(separator: "\t") + "\n" }.joined()
    }

    private var cellLines: String { table(row: "", "\n") { "\t\($0)\n" } }
}
