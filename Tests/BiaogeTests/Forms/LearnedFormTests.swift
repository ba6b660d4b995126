import Testing

@testable import Biaoge

@Suite struct LearnedFormTests {
    /// A document with one table; a row is a list of texts and the columns that each covers.
    static func document(_ rows: [[(String, Int)]]) throws -> Document {
        var builder = TableBuilder()
        for row in rows {
            builder.beginRow()
            for (text, span) in row {
                let column = builder.firstFreeColumn(from: 0)
                let start = builder.utf8.count
                builder.utf8 += Array(text.utf8)
                try builder.add(columns: column..<(column + span), textStart: start)
            }
        }
        var document = Document(format: .docx)
        document.tables = [try builder.finish().table]
        document.blocks = [.heading("二、收费", level: 1), .table(0)]
        return document
    }

    static let blank: [[(String, Int)]] = [
        [("", 1), ("件数", 1), ("本年\n增减", 1), ("金额（单位：万元）", 1)],
        [("收费 <A&B>", 1), ("", 1), (" ", 1), ("", 1)],
        [("罚没", 1), ("", 1), ("", 2)],
    ]

    @Test func everyEmptyCellBesideALabelIsAValue() throws {
        let form = try #require(Form(learning: try Self.document(Self.blank), id: "fees"))
        #expect(form.parts.map(\.id) == ["t1"])
        #expect(form.parts[0].title == "二、收费")
        #expect(form.parts[0].slots.map(\.key) == ["t1.r2:c2", "t1.r2:c3", "t1.r2:c4", "t1.r3:c2", "t1.r3:c3"])
        #expect(
            form.parts[0].slots.map(\.content) == [
                .amount(unit: nil), .change, .amount(unit: "万元"), .amount(unit: nil), .change,
            ])
        #expect(form.parts[0].slots[2].rowLabels == ["收费 <A&B>"])
        #expect(form.parts[0].slots[2].columnLabels == ["金额（单位：万元）"])
    }

    @Test func aLearnedFormIsReadBackFromItsFile() throws {
        let form = try #require(Form(learning: try Self.document(Self.blank), id: "fees"))
        let read = try Form(reading: Array(form.fileText.utf8))
        #expect(read.id == "fees")
        #expect(read.parts[0].slots.map(\.key) == form.parts[0].slots.map(\.key))
        #expect(read.parts[0].slots.map(\.rowLabels) == form.parts[0].slots.map(\.rowLabels))
        #expect(read.parts[0].slots[1].columnLabels == ["本年增减"])
        #expect(read.fileText == form.fileText.replacing("本年\n增减", with: "本年增减"))
    }

    @Test func aDocumentWithoutBlanksIsNoForm() throws {
        #expect(Form(learning: try Self.document([[("a", 1), ("1", 1)]]), id: "x") == nil)
        #expect(Form(learning: Document(format: .text), id: "x") == nil)
    }
}
