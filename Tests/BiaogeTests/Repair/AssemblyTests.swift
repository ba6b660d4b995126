import Testing

@testable import Biaoge

@Suite struct AssemblyTests {
    /// Section 二 of the 2021 form in two pieces, with a row that the form does not know, a label as in 2019 and a torn-off last row.
    static func broken() throws -> Document {
        let first = try Sample.table([
            ["第二十条第(一)项", "<", "<", "<"], ["信息内容", "本年\n制发件数", "本年新", "现行有效件数"], ["规 章", "1", "0", "2"],
            ["规范性文件", "3", "-", "5"], ["其他主动公开文件", "7", "8", "9"], ["第二十条第（五）项", "", "", ""],
            ["信息内容", "本年处理决定数量", "", ""], ["行政许可", "", "11", ""],
        ])
        let second = try Sample.table([
            ["第二十条第（六）项", "<"], ["信息内容", "本年处理决定数量"], ["行政处罚", "12"], ["行政强制", "13"], ["- 3 -", ""],
            ["第二十条第（八）项", "<"], ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", "1.5"], ["----", "----"],
            ["联系人", "张三"],
        ])
        let nested = try Sample.table([["x"]])
        var document = Document(format: .docx)
        document.tables = [try Sample.table([["before"]]), first, second, nested]
        document.tables[3].parent = Table.Parent(table: 2, row: 1, column: 1)
        document.blocks = [.table(0), .heading("二、主动公开政府信息情况", level: 1), .table(1), .paragraph("a"), .table(2), .paragraph("b")]
        return document
    }

    /// What a solver would say of it.
    static func solution(_ form: Form) -> Solution {
        let part = form.parts[0]
        let sources: [(Int, Int)] = [
            (1, 0), (1, 1), (1, 2), (1, 3), (1, 5), (1, 6), (1, 7), (2, 0), (2, 1), (2, 2), (2, 3), (2, 5), (2, 6), (2, 7),
        ]
        var match = Solution.Match(
            form: 0, part: 0, confidence: 0.9, tables: [1, 2],
            sourceRows: (0..<8).map { Solution.SourceRow(table: 1, row: $0) }
                + (0..<8).map { Solution.SourceRow(table: 2, row: $0) },
            alternatives: [:],
            rows: sources.map { Solution.Row(presence: .found, sources: [Solution.SourceRow(table: $0.0, row: $0.1)]) },
            values: 0..<10, valueOfSlot: Array(0..<10))
        match.rows[2].label = "规章"
        match.rows[2].isLabelWhole = true
        match.rows[3].label = "规范性文件"
        match.rows[3].isLabelWhole = true
        match.rows[6].label = "行政许"
        let numbers = ["1", "0", "2", "3", "", "5", "11", "12", "", "1.5"]
        var solution = Solution()
        solution.matches = [match]
        solution.values = part.slots.enumerated().map { index, slot in
            let state: Value.State = index == 4 ? .blank : index == 8 ? .ambiguous : .read
            return Value(
                form: form.id, part: part.id, key: slot.key, rowLabel: "", columnLabel: "", number: numbers[index], state: state,
                raw: index == 4 ? "-" : index == 8 ? "1 3" : numbers[index], place: Place(), note: "")
        }
        return solution
    }

    static func assembled() throws -> Document {
        var document = try broken()
        document.assemble(solution(Form.bundled[0]), forms: Form.bundled)
        return document
    }

    static func texts(_ table: Table) -> [[String]] {
        (0..<table.rowCount).map { row in table.cells.filter { $0.row == row }.map(table.text(of:)) }
    }

    @Test func aPartStandsOnceInTheLayoutOfItsForm() throws {
        let document = try Self.assembled()
        #expect(document.tables.count == 4)
        #expect(document.tables[1].columnCount == 4)
        #expect(
            Self.texts(document.tables[1]) == [
                ["第二十条第(一)项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "0", "2"],
                ["规范性文件", "3", "-", "5"], ["其他主动公开文件", "7", "8", "9"], ["第二十条第（五）项"],
                ["信息内容", "本年处理决定数量"], ["行政许可", "11"], ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"],
                ["行政处罚", "12"], ["行政强制", ""], ["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"],
                ["行政事业性收费", "1.5"],
            ])
        #expect(document.forms == [FormMatch(form: "annual-report-2021", table: 1, part: "proactive", confidence: 0.9)])
    }

    @Test func everyValueCellKnowsItsValue() throws {
        let table = try Self.assembled().tables[1]
        #expect(table.valueIndexes.count == table.cells.count)
        #expect(table.valueIndexes.filter { $0 >= 0 } == Array(0..<10))
        let cell = try #require(table.valueIndexes.firstIndex(of: 6))
        #expect(table.text(of: table.cells[cell]) == "11")
        #expect(table.cells[cell].columns == 1..<4)
    }

    @Test func whatIsNoneOfTheFormStays() throws {
        let document = try Self.assembled()
        #expect(Self.texts(document.tables[2]) == [["----", "----"], ["联系人", "张三"]])
        #expect(
            document.blocks == [
                .table(0), .heading("二、主动公开政府信息情况", level: 1), .table(1), .paragraph("a"), .table(2), .paragraph("b"),
            ])
        let unknown = try #require(document.findings.first { $0.kind == .unknownRow })
        #expect(unknown.arguments == ["其他主动公开文件"])
        #expect(unknown.place.citation == "table 2, row 5")
        #expect(document.tables[3].parent == Table.Parent(table: 2, row: 1, column: 1))
    }

    @Test func theTablesAsReadAreKept() throws {
        let document = try Self.assembled()
        #expect(document.tablesAsRead.map(\.rowCount) == [1, 8, 10, 1])
        #expect(document.tableSources == [[0], [1, 2], [2], [3]])
    }

    @Test func rowsOfAnotherVariantAreLeftOutAndSpansShortened() throws {
        let form = Form.bundled[0]
        let part = form.parts[1]
        var document = Document(format: .docx)
        document.tables = [try Sample.table(part.rows.map { [$0.labels.last ?? ""] })]
        document.blocks = [.table(0)]
        var match = Solution.Match(
            form: 0, part: 1, confidence: 1, tables: [0],
            sourceRows: part.rows.indices.map { Solution.SourceRow(table: 0, row: $0) },
            alternatives: ["other": "split"],
            rows: part.rows.indices.map { Solution.Row(presence: .found, sources: [Solution.SourceRow(table: 0, row: $0)]) },
            values: 0..<0, valueOfSlot: part.slots.map { _ in nil })
        let absent = part.rows.indices.filter {
            part.rows[$0].variant?.alternative == "single" || part.rows[$0].labels.last == "3.其他"
        }
        #expect(absent.count == 2)
        for row in absent { match.rows[row].presence = .absent }
        var solution = Solution()
        solution.matches = [match]
        document.assemble(solution, forms: Form.bundled)
        let table = document.tables[0]
        #expect(table.rowCount == part.rows.count - 2)
        let spans = table.cells.filter { $0.rowSpan > 2 }.map { (table.text(of: $0), $0.rowSpan) }
        #expect(spans.map(\.1) == [3, 21, 8, 3, 5])
        #expect(table.cells.first { table.text(of: $0) == "（六）其他处理" }?.rowSpan == 2)
    }

    @Test func withoutAFormNothingChanges() throws {
        var document = try Self.broken()
        let before = document.blocks
        document.assemble(Solution(), forms: Form.bundled)
        #expect(document.blocks == before)
        #expect(document.tablesAsRead.isEmpty)
    }
}
