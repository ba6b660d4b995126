@testable import Biaoge

/// Small documents for the writers' tests.
enum Sample {
    /// A table from rows of cells; `^` stands below a cell that reaches down, `<` right of one that reaches over.
    static func table(_ rows: [[String]], headerRows: Int = 0) throws -> Table {
        var builder = TableBuilder()
        for (row, texts) in rows.enumerated() {
            builder.beginRow()
            for (column, text) in texts.enumerated() where text != "^" && text != "<" {
                let right = texts[(column + 1)...].prefix { $0 == "<" }.count
                let down = rows[(row + 1)...].prefix { $0[column] == "^" }.count
                let start = builder.utf8.count
                builder.utf8 += Array(text.utf8)
                try builder.add(
                    columns: column..<(column + 1 + right), rowSpan: 1 + down, textStart: start, isHeader: row < headerRows)
            }
        }
        return try builder.finish().table
    }

    /// A document with these tables and nothing else.
    static func document(_ tables: Table...) -> Document {
        var document = Document(format: .docx)
        document.tables = tables
        document.blocks = tables.indices.map { .table($0) }
        return document
    }

    /// One row of a form: a label and three values, one read, one derived, one lost, one with two readings.
    static func report() throws -> Document {
        var table = try table([["信息内容", "甲", "乙", "丙", "丁"], ["规章", " 1，024", "", "", "1 2"]], headerRows: 1)
        table.valueIndexes = [-1, -1, -1, -1, -1, -1, 0, 1, 2, 3]
        var document = document(table)
        document.title = "柳湾镇2024年报告"
        document.issuer = "柳湾镇"
        document.year = 2024
        document.forms = [FormMatch(form: "annual-report-2021", table: 0, part: "proactive", confidence: 0.9876)]
        let states: [(Value.State, String, String, String, String)] = [
            (.read, "甲", "1024", " 1，024", ""), (.derived, "乙", "5", "", "唯一解"), (.missing, "丙", "", "", ""),
            (.ambiguous, "丁", "", "1 2", "1|12"),
        ]
        document.values = states.enumerated().map { index, value in
            Value(
                form: "annual-report-2021", part: "proactive", key: "proactive.rules:\(index)", rowLabel: "规章",
                columnLabel: value.1, number: value.2, state: value.0, raw: value.3,
                place: Place(table: 0, row: 1, column: index + 1), note: value.4)
        }
        return document
    }

    /// What a writer makes of documents, and what it finds.
    static func write(
        _ documents: Document..., as format: OutputFormat, options: WritingOptions = WritingOptions(), flushSize: Int = 1 << 16
    ) throws -> (text: String, findings: [Finding]) {
        let received = Received()
        var output = ByteOutput(flushSize: flushSize) { received.bytes += $0 }
        var writer = format.writer(options)
        var findings: [Finding] = []
        for document in documents {
            findings += try writer.write(document, from: SourceDescription(name: "a.docx", sha256: "00ff"), to: &output)
        }
        try writer.finish(to: &output)
        try output.flush()
        return (String(decoding: received.bytes, as: UTF8.self), findings)
    }

    /// Where the bytes of an output are gathered.
    final class Received {
        var bytes: [UInt8] = []
    }
}
