import Biaoge
import Foundation
import TestSupport

/// Makes a mixed archive of township reports: every layout, some damaged, archives inside archives, names in GBK, a corpus, copies.
struct ArchiveMaker {
    /// The folder with the archive.
    let folder: URL
    /// The documents in it by their sources.
    private(set) var documents: [String: Document] = [:]
    private var random: SplitMix64

    /// Makes an archive of so many documents, always the same for the same seed.
    init(_ folder: URL, documents: Int, seed: UInt64 = 1) throws {
        self.folder = folder
        random = SplitMix64(seed: seed)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var number = 0
        while number < documents {
            let left = documents - number
            switch number % 10 {
            case 7 where left >= 4: number += try addArchive(number)
            case 8 where left >= 3: number += try addCorpus(number)
            case 9:
                try addDamaged(number)
                number += 1
            default:
                try addFile(number)
                number += 1
            }
        }
        try write("~$锁.docx", [1])
        try write(".hidden/x.txt", [1])
        try write("__MACOSX/._a.docx", [1])
    }

    /// One document of the archive.
    struct Document {
        /// The report that it is, which ``ArchiveMaker/report(_:)`` makes again.
        var number: Int
        var bytes: [UInt8]
        /// Whether it cannot be read.
        var isDamaged = false
    }

    /// The sources of all documents.
    var sources: Set<String> { Set(documents.keys) }

    private static let towns = ["柳湾镇", "石桥乡", "沙河街道", "庄头镇", "白水乡", "青林镇", "南坪乡", "大营镇"]
    private static let counties = ["青禾县", "云岭市", "临江区"]

    /// A report by its number; the same number gives the same bytes.
    static func report(_ number: Int) -> ReportDOCX {
        let place = counties[number / 8 % 3] + towns[number % 8] + (number / 144 == 0 ? "" : "第\(number / 144)村")
        let forms: [ReportDOCX.Form] = [.revised, .trial, .revised, .revisedSingleOther]
        return ReportDOCX(place: place, year: 2019 + number / 24 % 6, form: forms[number % 4], seed: number)
    }

    /// The report in the layout that its number has: docx, HTML, tabs, one cell a line, bars.
    private func document(_ number: Int) throws -> (ending: String, bytes: [UInt8]) {
        let package = Self.report(number).builder.bytes
        guard number % 5 != 0 else { return ("docx", package) }
        var options = ReadingOptions()
        options.asIs = true
        let layout = LayoutText(try Biaoge.Document(reading: package, options: options))
        switch number % 5 {
        case 1: return ("html", Array(layout.html.utf8))
        case 2: return ("txt", Array(layout.tabs.utf8))
        case 3: return ("txt", encoded(layout.cells, in: "GB18030"))
        default: return ("md", Array(layout.bars.utf8))
        }
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    private mutating func addFile(_ number: Int) throws {
        // Every tenth is a copy of an earlier one.
        let original = number % 10 == 4 && number > 10 ? number - 10 : number
        let (ending, bytes) = try document(original)
        let name = "\(number % 3)组/\(number).\(ending)"
        try write(name, bytes)
        documents[name] = Document(number: original, bytes: bytes)
    }

    private mutating func addDamaged(_ number: Int) throws {
        let (ending, bytes) = try document(number - number % 5)
        let kinds: [(String, [UInt8])] = [
            (ending, Array(bytes.prefix(bytes.count / 2))), ("rar", Array("Rar!\u{1A}\u{07}\u{00}rest".utf8)),
            ("pdf", Array("%PDF-1.4 rest".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]), ("txt", []),
        ]
        let (name, content) = kinds[Int(random.next() % UInt64(kinds.count))]
        try write("坏/\(number).\(name)", content)
        documents["坏/\(number).\(name)"] = Document(number: number, bytes: content, isDamaged: true)
    }

    /// An archive with two documents, one under a GBK name, and an archive with two more.
    private mutating func addArchive(_ number: Int) throws -> Int {
        var entries: [StoredZip.Entry] = []
        var inner: [StoredZip.Entry] = []
        for index in 0..<4 {
            let (ending, bytes) = try document(number + index)
            var entry = StoredZip.Entry("报告\(number + index).\(ending)", bytes)
            if index % 2 == 1 {
                entry.nameBytes = encoded(entry.name, in: "GB18030")
                entry.flags = 0
            }
            if index < 2 { entries.append(entry) } else { inner.append(entry) }
            let source = "\(number).zip!/\(index < 2 ? "" : "内/里.zip!/")\(entry.name)"
            documents[source] = Document(number: number + index, bytes: bytes)
        }
        entries.append(StoredZip.Entry("内/里.zip", StoredZip(inner).bytes))
        entries.append(StoredZip.Entry("__MACOSX/._x", "x"))
        try write("\(number).zip", StoredZip(entries).bytes)
        return 4
    }

    private mutating func addCorpus(_ number: Int) throws -> Int {
        var lines = ""
        for index in 0..<3 {
            var options = ReadingOptions()
            options.asIs = true
            let text = LayoutText(try Biaoge.Document(reading: Self.report(number + index).builder.bytes, options: options)).tabs
            let object = try JSONSerialization.data(
                withJSONObject: ["name": "\(number + index).txt", "text": text], options: [.sortedKeys])
            lines += String(decoding: object, as: UTF8.self) + "\n"
            documents["\(number).jsonl!/\(number + index).txt"] = Document(number: number + index, bytes: Array(text.utf8))
        }
        try write("\(number).jsonl", Array(lines.utf8))
        return 3
    }
}

/// A document in the layouts of text dumps, and as a page.
struct LayoutText {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    /// Fields parted by tabs, covered positions empty.
    var tabs: String { text { table in grid(table).map { $0.joined(separator: "\t") + "\n" }.joined() } }

    /// Fields parted by bars.
    var bars: String { text { table in grid(table).map { $0.joined(separator: " | ") + " |\n" }.joined() } }

    /// One cell a line with a TAB in front, an empty line after each row: what Tika writes.
    var cells: String {
        text { table in
            let covering = table.coverage()
            var text = ""
            for row in 0..<table.rowCount {
                for column in 0..<table.columnCount {
                    let cell = table.cells[covering[row * table.columnCount + column]]
                    guard cell.column == column else { continue }
                    text += "\t" + (cell.row == row ? table.text(of: cell) : "") + "\n"
                }
                text += "\n"
            }
            return text
        }
    }

    /// A page of HTML with the spans.
    var html: String {
        var page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(document.title ?? "")</title></head><body>\n"
        for block in document.blocks {
            switch block {
            case .heading(let text, _): page += "<h2>\(text)</h2>\n"
            case .paragraph(let text): page += "<p>\(text)</p>\n"
            case .table(let index):
                let table = document.tables[index]
                page += "<table>"
                for row in 0..<table.rowCount {
                    page += "<tr>"
                    for cell in table.cells where cell.row == row {
                        page += "<td rowspan=\"\(cell.rowSpan)\" colspan=\"\(cell.columnSpan)\">\(table.text(of: cell))</td>"
                    }
                    page += "</tr>\n"
                }
                page += "</table>\n"
            }
        }
        return page + "</body></html>\n"
    }

    private func text(_ write: (Table) -> String) -> String {
        document.blocks.map { block in
            switch block {
            case .heading(let text, _), .paragraph(let text): text + "\n\n"
            case .table(let index): write(document.tables[index]) + "\n"
            }
        }.joined()
    }

    private func grid(_ table: Table) -> [[String]] {
        let covering = table.coverage()
        return (0..<table.rowCount).map { row in
            (0..<table.columnCount).map { column in
                let cell = table.cells[covering[row * table.columnCount + column]]
                return cell.row == row && cell.column == column ? table.text(of: cell).split(separator: "\n").joined() : ""
            }
        }
    }
}
