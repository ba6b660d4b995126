import Foundation
import TestSupport
import Testing

@testable import Biaoge

/// The reports in Samples are made by this test, byte for byte.
@Suite("The sample reports")
struct SampleReportTests {
    static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")

    static let reports: [String: ReportDOCX] = {
        var numbered = ReportDOCX(place: "青禾县石桥乡", year: 2022, form: .revisedSingleOther, seed: 8)
        numbered.numbersHeadings = true
        return [
            "report-2021-form/柳湾镇.docx": ReportDOCX(place: "青禾县柳湾镇", year: 2023, form: .revised, seed: 3),
            "report-2019-form/云溪镇.docx": ReportDOCX(place: "青禾县云溪镇", year: 2020, form: .trial, seed: 5),
            "report-numbered-headings/石桥乡.docx": numbered,
        ]
    }()

    @Test("a sample is what its generator makes", arguments: reports.keys.sorted())
    func reproducible(path: String) throws {
        let report = try #require(Self.reports[path])
        let file = Self.samples.appending(path: path)
        if ProcessInfo.processInfo.environment["BIAOGE_ACCEPT"] != nil {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(report.builder.bytes).write(to: file)
        }
        #expect(try Data(contentsOf: file) == Data(report.builder.bytes))
    }

    @Test("a report has its six headings and three tables with the grids of the form", arguments: reports.keys.sorted())
    func grids(path: String) throws {
        let report = try #require(Self.reports[path])
        let document = try read(report.builder)
        let headings = document.blocks.compactMap { block in
            if case .heading(let text, level: 1) = block { text } else { nil }
        }
        #expect(headings.map { String($0.prefix(2)) } == ["一、", "二、", "三、", "四、", "五、", "六、"])
        let sizes = document.tables.map { [$0.rowCount, $0.columnCount] }
        switch report.form {
        case .revised: #expect(sizes == [[14, 4], [28, 10], [4, 15]])
        case .revisedSingleOther: #expect(sizes == [[14, 4], [26, 10], [4, 15]])
        case .trial: #expect(sizes == [[18, 12], [26, 10], [4, 15]])
        }
        #expect(document.findings.isEmpty)
    }

    @Test("the numbers of a report add up", arguments: reports.keys.sorted())
    func sums(path: String) throws {
        let document = try read(try #require(Self.reports[path]).builder)
        let table = document.tables[1]
        var rows: [[Int]] = []
        for row in 3..<table.rowCount {
            rows.append(table.cells.filter { $0.row == row && $0.column >= 3 }.compactMap { Int(table.text(of: $0)) })
        }
        let count = rows.count
        for row in rows { #expect(row.count == 7 && row[..<6].reduce(0, +) == row[6]) }
        for column in 0..<7 {
            #expect(rows[0][column] + rows[1][column] == rows[count - 2][column] + rows[count - 1][column])
            #expect(rows[2..<(count - 2)].map { $0[column] }.reduce(0, +) == rows[count - 2][column])
        }
        #expect(rows.allSatisfy { $0.allSatisfy { $0 >= 0 } } && rows[0][6] > 0)
    }
}
