import Foundation
import TestSupport
import Testing

@testable import Biaoge

/// A report printed as its form has it is answered without the steps that broken ones need, and with the same answers.
@Suite("Whole reports")
struct WholeReportTests {
    private let solver = Solver.bundled
    private let formByForm = Form.bundled.map { WholeReport([$0]) }

    /// Whether a document went the short way; what both ways say of it must be the same.
    @discardableResult
    private func isWhole(_ document: Document, _ what: @autoclosure () -> String) -> Bool {
        guard let whole = solver.wholeReports?.solve(document) else { return false }
        let isAlike = solver.solveByRows(document) == whole
        #expect(isAlike, "\(what())")
        #expect(formByForm.count { $0.solve(document) != nil } == 1, "\(what())")
        return true
    }

    private func read(_ bytes: [UInt8]) throws -> Document {
        var options = ReadingOptions()
        options.asIs = true
        return try Document(reading: bytes, options: options)
    }

    @Test("the reports of every form and year, in every layout that states its cells")
    func everyForm() throws {
        for form in [ReportDOCX.Form.revised, .trial, .revisedSingleOther] {
            for year in 2018...2025 {
                var report = ReportDOCX(place: "青禾县柳湾镇", year: year, form: form, seed: year)
                report.numbersHeadings = year % 2 == 1
                let document = try read(try report.builder.deflated())
                #expect(isWhole(document, "\(form) \(year)"), "\(form) \(year)")
            }
        }
    }

    @Test("made-up reports without a defect", arguments: [SourceLayout.docx, .html, .htmlBlanks])
    func undamaged(_ layout: SourceLayout) throws {
        var random = SplitMix64(seed: 7)
        var whole = 0
        for (form, variant) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            for year in 2019...2024 {
                for numbers in [GeneratedReport.Numbers.distinct, .nearlyZero, .allZero] {
                    let forms = [Form](repeating: Form.bundled[form], count: 3)
                    let report = GeneratedReport(forms, year: year, numbers: numbers, variant: variant, random: &random)
                    if isWhole(try read(layout.bytes(report)), "\(layout) \(form) \(variant) \(year) \(numbers)") { whole += 1 }
                }
            }
        }
        // A blank cell where the form has none is not as the form has it.
        #expect(whole == (layout == .htmlBlanks ? 0 : 72))
    }

    @Test("every other wording that a form lists, and labels in other widths and lines")
    func otherWordings() throws {
        var random = SplitMix64(seed: 8)
        for form in Form.bundled {
            for variant in 0...1 {
                let plain = GeneratedReport(
                    [form, form, form], year: 2021, numbers: .distinct, variant: variant, random: &random)
                for table in plain.tables.indices {
                    for (cell, wordings) in plain.tables[table].part.otherWordings {
                        for wording in wordings {
                            let report = plain.relabelled { $0 == table && $1 == cell ? wording : $2 }
                            #expect(isWhole(try read(SourceLayout.docx.bytes(report)), wording), "\(wording)")
                        }
                    }
                }
                let wide = plain.relabelled { _, _, text in
                    text.replacing("1.", with: "１．").replacing("（", with: "(").replacing("）", with: ") ").replacing(
                        "机构", with: "机 构")
                }
                #expect(isWhole(try read(SourceLayout.docx.bytes(wide)), "wide"))
            }
        }
    }

    @Test("what is damaged is left to the other steps, or answered alike")
    func damaged() throws {
        let settings = GeneratorSettings()
        var seed = settings.seed &* 40_000
        var tried = 0
        for _ in 0..<(settings.slots / 5_000) {
            for defect in Defect.all {
                for _ in 0..<24 {
                    seed += 1
                    guard let generated = GeneratedCase(seed: seed, [defect], settings), generated.layout.isGrid else { continue }
                    isWhole(try read(generated.layout.bytes(generated.report)), generated.citation)
                    tried += 1
                    break
                }
            }
        }
        #expect(tried > Defect.all.count)
    }

    @Test(
        "one cell that is not as the form has it",
        arguments: [
            (">规章<", ["><", ">规<", ">其他<", ">7<", ">规范性文件<"]), (">第二十条第（一）项<", ["><", ">第二十条第（五）项<"]), (">总计<", ["><", ">合计<"]),
            (">其他<", [">其它<"]), (">行政许可<", [">行政强制<"]),
            (">8" + lastCell, ["><", ">7<", ">8 1<", ">8*<", ">O<", ">无<"].map { $0.dropLast() + lastCell }),
            (".45<", [".45万元<", ".4567891<"]),
        ])
    func oneCell(_ text: String, _ damaged: [String]) throws {
        let report = ReportDOCX(place: "青禾县柳湾镇", year: 2022, form: .revised, seed: 3)
        for damaged in damaged {
            var builder = report.builder
            builder.body = builder.body.replacing(text, with: damaged, maxReplacements: 1)
            #expect(builder.body != report.builder.body)
            #expect(!isWhole(try read(builder.bytes), damaged), "\(damaged)")
        }
    }

    private static let lastCell = "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

    @Test("a unit in a cell whose column has none")
    func unit() throws {
        var builder = ReportDOCX(place: "青禾县柳湾镇", year: 2022, form: .revised, seed: 3).builder
        builder.body = builder.body.replacing(">8" + Self.lastCell, with: ">8件" + Self.lastCell)
        #expect(isWhole(try read(builder.bytes), "8件"))
    }

    @Test("a table twice, a table more, tables in another order")
    func otherTables() throws {
        let report = ReportDOCX(place: "青禾县柳湾镇", year: 2022, form: .revised, seed: 3)
        let tables = report.builder.body.matches(of: /<w:tbl>.*?<\/w:tbl>/).map { String($0.output) }
        #expect(tables.count == 3)
        let small = table(row(cell("a"), cell("1")), columns: 2)
        for order in [tables + [tables[2]], tables + [small], [small] + tables, tables.reversed(), [tables[0], tables[2]]] {
            #expect(!isWhole(try read(DOCXBuilder(order.joined(separator: "<w:p/>")).bytes), "\(order.count)"))
        }
        #expect(isWhole(try read(DOCXBuilder(tables.joined(separator: "<w:p/>")).bytes), "alone"))
    }

    @Test("the samples")
    func samples() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Samples").standardized
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        for path in paths where path.hasSuffix(".docx") || path.hasSuffix(".html") {
            guard let bytes = try? Data(contentsOf: folder.appending(path: path)), let document = try? read(Array(bytes)) else {
                continue
            }
            isWhole(document, path)
        }
    }
}

extension GeneratedReport {
    /// The report with other labels: of a table, a cell of the form, and its text.
    fileprivate func relabelled(_ change: (_ table: Int, _ cell: Int, _ text: String) -> String) -> GeneratedReport {
        var report = self
        for table in tables.indices {
            for row in tables[table].rows.indices {
                for (index, label) in tables[table].rows[row].labels.enumerated() where !label.isCovered {
                    report.tables[table].rows[row].labels[index].text = change(table, label.cell, label.text)
                }
            }
        }
        return report
    }
}
