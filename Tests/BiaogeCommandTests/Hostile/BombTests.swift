import Foundation
import TestSupport
import Testing

/// Every bomb ends with one line that names the limit and the option that raises it.
///
/// `make bombs` runs them with the program as it is delivered and holds each to a second and 100 MB.
@Suite("Bombs", .serialized)
struct BombTests {
    private static let megabyte = 1 << 20
    /// Takes the ratio out of the way: a bomb can be padded with what does not pack.
    private static let padded = ["--max-ratio", "1000000"]

    static let bombs: [Bomb] = [
        .body("1 GB of zeros", says: "malformed", "", "\0", bytes: 1_000 * megabyte),
        .body("one paragraph of 1 GB", says: "--max-text-bytes", "<w:p><w:r><w:t>", "字", bytes: 1_000 * megabyte),
        .body(
            "one paragraph of 100 MB of markup", says: "--max-pieces", "<w:p>", "<w:r/>", bytes: 100 * megabyte, "</w:p>"),
        .body("empty paragraphs", says: "--max-pieces", "", "<w:p/>", bytes: 100 * megabyte),
        .body(
            "empty paragraphs in a cell, padded", says: "--max-pieces", options: padded, "<w:tbl><w:tr><w:tc>", "<w:p/>",
            bytes: 100 * megabyte),
        Bomb("a million attributes", says: "--max-attributes", options: padded) { file in
            let attributes = (0..<1_000_000).map { "a\($0)='' " }.joined()
            try Bomb.write(DOCXBuilder("@@"), to: file, "<w:p \(attributes)/>", " ", 1, "")
        },
        Bomb("100,000 namespaces", says: "--max-attributes", options: padded) { file in
            let namespaces = (0..<100_000).map { "xmlns:a\($0)='a' " }.joined()
            try Bomb.write(DOCXBuilder("@@"), to: file, "<w:p \(namespaces)/>", " ", 1, "")
        },
        Bomb("a million names", says: "--max-pieces", options: padded) { file in
            try Bomb.write(DOCXBuilder("@@"), to: file, (0..<1_000_000).map { "<w:a\($0)/>" }.joined(), " ", 1, "")
        },
        Bomb("a page with a million attributes", says: "--max-attributes") { file in
            try Data("<html><p \((0..<1_000_000).map { "a\($0) " }.joined())>".utf8).write(to: file)
        },
        Bomb("a page with 700,000 names", says: "--max-pieces") { file in
            try Data("<html>\((0..<700_000).map { "<a\($0)></a\($0)>" }.joined())".utf8).write(to: file)
        },
        Bomb("an archive that holds itself", says: "This is an archive") { file in try Data(QuineZip.bytes).write(to: file) },
        .body(
            "short paragraphs, padded", says: "--max-pieces", options: padded, "", "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
            bytes: 100 * megabyte),
        .body(
            "an attribute of 100 MB", says: "--max-text-bytes", options: padded, "<w:p w:x='", "a", bytes: 100 * megabyte, "'/>"),
        .body("a comment of 100 MB", says: "--max-text-bytes", options: padded, "<!--", "a", bytes: 100 * megabyte, "-->"),
        .body("a name of 100 MB", says: "--max-text-bytes", options: padded, "<w:p", "a", bytes: 100 * megabyte, "/>"),
        .body("many attributes", says: "--max-attributes", options: padded, "<w:p ", "a='' ", bytes: 100 * megabyte, "/>"),
        .body("100,000 nested tables", says: "--max-depth", "", "<w:tbl><w:tr><w:tc>", bytes: 2 * megabyte),
        .body("100,000 nested sdt", says: "--max-depth", "", "<w:sdt><w:sdtContent>", bytes: 3 * megabyte),
        .body(
            "a gridSpan of 2 billion", says: "--max-columns", "<w:tbl><w:tr><w:tc>",
            "<w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr>", bytes: 60, "<w:p/></w:tc></w:tr></w:tbl>"),
        .body(
            "10 million cells", says: "--max-cells", options: padded, "<w:tbl>",
            "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", bytes: 100 * megabyte,
            "</w:tbl>"),
        .body(
            "rows of 16,384 columns", says: "--max-cells", "<w:tbl>",
            "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='16384'/></w:tcPr><w:p/></w:tc></w:tr>", bytes: megabyte, "</w:tbl>"),
        Bomb("entities", says: "document type") { file in
            var entries = DOCXBuilder("@@").entries
            entries[2] = StoredZip.Entry(
                "word/document.xml",
                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;@@</a>")
            try Bomb.write(entries, to: file, "", "&c;", megabyte, "")
        },
        Bomb("a million styles", says: "--max-pieces", options: padded) { file in
            var builder = DOCXBuilder("<w:p/>")
            builder.styles = "@@"
            try Bomb.write(
                builder, to: file, "", "<w:style w:styleId='a'><w:name w:val='b'/><w:basedOn w:val='c'/></w:style>",
                100 * megabyte, "")
        },
        Bomb("a million lists", says: "--max-pieces", options: padded) { file in
            var builder = DOCXBuilder("<w:p/>")
            builder.numbering = "@@"
            try Bomb.write(
                builder, to: file, "", "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>", 100 * megabyte, "")
        },
        Bomb("a million relationships", says: "--max-pieces", options: padded) { file in
            var entries = DOCXBuilder("<w:p/>").entries
            entries[3] = StoredZip.Entry(
                entries[3].name,
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>@@</Relationships>")
            try Bomb.write(
                entries, to: file, "", "<Relationship Id='a' Type='a/header' Target='document.xml'/>", 100 * megabyte, "")
        },
        Bomb("a million content types", says: "--max-pieces", options: padded) { file in
            var entries = DOCXBuilder("<w:p/>").entries
            entries[0] = StoredZip.Entry(
                entries[0].name, "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>@@</Types>")
            try Bomb.write(entries, to: file, "", "<Override PartName='/a' ContentType='b'/>", 100 * megabyte, "")
        },
        Bomb("a flat package with 100,000 headers", says: "--max-inflated-bytes") { file in
            var text = String(decoding: DOCXBuilder("<w:p/>").flat, as: UTF8.self)
            let headers = (0..<100_000).map {
                "<Relationship Id='h\($0)' Type='a/header' Target='h\($0).xml'/>"
            }.joined()
            let parts = (0..<100_000).map { "<pkg:part pkg:name='/word/h\($0).xml'><pkg:xmlData/></pkg:part>" }.joined()
            text = text.replacingOccurrences(
                of: "</pkg:package>",
                with: """
                    <pkg:part pkg:name='/word/_rels/document.xml.rels'><pkg:xmlData><Relationships \
                    xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(headers)</Relationships></pkg:xmlData>\
                    </pkg:part>\(parts)</pkg:package>
                    """)
            if let first = text.range(of: "<pkg:part pkg:name=\"/word/_rels/document.xml.rels\""),
                let end = text.range(of: "</pkg:part>", range: first.lowerBound..<text.endIndex)
            {
                text.removeSubrange(first.lowerBound..<end.upperBound)
            }
            try Data(text.utf8).write(to: file)
        },
        .text("a page of 900 MB", says: "--max-input-bytes", "<p>", "a", bytes: 900 * megabyte),
        .text("a page with a paragraph of 60 MB", says: "--max-text-bytes", "<html><p>", "a", bytes: 60 * megabyte),
        .text("a page with an attribute of 60 MB", says: "--max-text-bytes", "<html><p title='", "a", bytes: 60 * megabyte, "'>"),
        .text("a page with an attribute of 15 MB", says: "", "<html><p title='", "a", bytes: 15 * megabyte, "'>"),
        .text("a page with a comment of 15 MB", says: "", "<html><!--", "a", bytes: 15 * megabyte, "-->"),
        .text("a page with a script of 15 MB", says: "", "<html><script>", "a<b ", bytes: 15 * megabyte, "</script>"),
        .text("a page with 4 million elements", says: "", "<html>", "<br>", bytes: 15 * megabyte),
        .text("a page with 100,000 nested tables", says: "--max-depth", "<html>", "<table><tr><td>", bytes: 2 * megabyte),
        .text("a page with a million nested div", says: "--max-depth", "<html>", "<div>", bytes: 5 * megabyte),
        .text("a page with a million open b", says: "--max-depth", "<html>", "<b>", bytes: 3 * megabyte),
        .text(
            "colspan and rowspan in the billions", says: "--max-columns", "<html><table>",
            "<tr><td colspan=4000000000 rowspan=4000000000>a<td>b", bytes: 4 * megabyte),
        .text("a page with 10 million cells", says: "--max-cells", "<html><table>", "<tr><td><td><td><td>", bytes: 15 * megabyte),
        .text("a dump of 900 MB", says: "--max-input-bytes", "", "a\tb\n", bytes: 900 * megabyte),
        .text("a dump with a line of 60 MB", says: "--max-text-bytes", "", "a", bytes: 60 * megabyte),
        .text("a dump with a line of 15 MB", says: "", "", "a", bytes: 15 * megabyte),
        .body(
            "many tables, padded", says: "--max-pieces", options: padded, "", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            bytes: 60 * megabyte),
        .text("a page with many paragraphs", says: "--max-pieces", "<html>", "<p>a", bytes: 15 * megabyte),
        .text("a page with many tables", says: "--max-pieces", "<html>", "<table></table>", bytes: 15 * megabyte),
        .text(
            "a page with many lines", says: "--max-pieces", "<html><table><tr><td>", "a<br>", bytes: 15 * megabyte,
            "<table></table><table></table>"),
        .text("a dump with many lines", says: "--max-cells", "", "a\n", bytes: 15 * megabyte),
        .text(
            "a dump with 350,000 lines", says: "--max-pieces", "", "a b c d e f g h i j k l m n o p q r s t\n",
            bytes: 14 * megabyte),
        .text("a dump with many rules", says: "--max-cells", "a\n", "---\n", bytes: 15 * megabyte),
        .text(
            "a dump with 350,000 rules", says: "--max-pieces", "a\n", "---------------------------------------\n",
            bytes: 14 * megabyte),
        .text("a dump with many numbers", says: "--max-cells", "合计\n", "1\n", bytes: 15 * megabyte),
        .text(
            "a dump with 350,000 numbers", says: "", "合计\n", "100000000000000000000000000000000000000\n", bytes: 14 * megabyte),
        .text(
            "a dump with 290,000 cells", says: "--max-columns", "", "\t1000000000000000000000000000000000000000000000000\n",
            bytes: 14 * megabyte),
        .text(
            "a dump with 290,000 bars", says: "", "", "|1000000000000000000000000000000000000000000000000\n",
            bytes: 14 * megabyte),
        .text("a dump of nothing but tabs", says: "empty", "", "\t\t\t\n", bytes: 15 * megabyte),
        .text("a dump with 10 million columns", says: "--max-columns", "a\n", "\t", bytes: 10 * megabyte, "\nb\tc\td\ne\tf\tg\n"),
    ]

    /// Archives for `normalize`, and what the reason of the document that goes beyond a limit names.
    static let archives: [Bomb] = [
        Bomb("an archive that holds itself, as an archive", says: "More than 8 archives") { file in
            try Data(QuineZip.bytes).write(to: file)
        },
        Bomb("40,000 entries of the same 10 MB", says: "--max-ratio") { file in
            try Data(OverlappingZip.bytes(entries: 40_000, of: 10 * megabyte)).write(to: file)
        },
        Bomb("10,000 entries of one name", says: "empty") { file in
            try Data(StoredZip(repeatElement(StoredZip.Entry("a.txt", ""), count: 10_000).map { $0 }).bytes).write(to: file)
        },
        Bomb("an entry of 1 GB of zeros", says: "--max-input-bytes") { file in
            let zeros = [StoredZip.Entry("a.txt", "@@")]
            try Bomb.write(zeros, to: file, "", "\0", 1_000 * megabyte, "")
        },
        Bomb("a corpus of 1 GB in one line", says: "--max-ratio") { file in
            try Bomb.write([StoredZip.Entry("a.jsonl", "@@")], to: file, "{\"text\": \"", "a", 1_000 * megabyte, "\"}")
        },
        Bomb("archives of archives of 15 MB", says: "--max-ratio") { file in
            var bytes = try OverlappingZip.bytes(entries: 10, of: 15 * megabyte)
            for _ in 0..<2 { bytes = StoredZip((0..<10).map { StoredZip.Entry("\($0).zip", bytes) }).bytes }
            try Data(bytes).write(to: file)
        },
    ]

    /// The program as it is delivered, when `make bombs` names it.
    private static let delivered = ProcessInfo.processInfo.environment["BIAOGE_DELIVERED"]

    @Test("an archive of bombs ends with a reason that says what to do", arguments: archives)
    func endsInArchive(bomb: Bomb) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-bomb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let file = scratch.appending(path: "bomb.zip")
        try bomb.write(file)
        let output = scratch.appending(path: "out")
        let run = try #require(
            MeasuredRun([Self.delivered ?? Program.path, "normalize", "--lang", "en", file.path, "--output", output.path]))
        #expect(run.code == 65 || run.code == 2)
        let reasons = try Dataset.table(output, "reports.csv").compactMap { $0["reason"] }
        #expect(reasons.contains { $0.contains(bomb.says) }, "\(reasons.prefix(3))")
        hold(run, bomb)
    }

    /// Holds a run of the delivered program to the mark.
    private func hold(_ run: MeasuredRun, _ bomb: Bomb) {
        guard Self.delivered != nil else { return }
        let megabytes = run.peakBytes / 1_000_000
        print(String(format: "%6.2f s %5d MB  ", run.seconds, megabytes) + bomb.name)
        #expect(run.seconds < 1)
        #expect(megabytes < 100)
    }

    @Test("a bomb ends with one line that says what to do", arguments: bombs)
    func ends(bomb: Bomb) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-bomb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let file = scratch.appending(path: "bomb")
        try bomb.write(file)
        let errors = scratch.appending(path: "errors")
        let run = try #require(
            MeasuredRun(
                [Self.delivered ?? Program.path, "convert", "--lang", "en"] + bomb.options + [file.path], errors: errors.path))
        let said = try String(contentsOf: errors, encoding: .utf8)
        let line = said.split(separator: "\n").last ?? ""
        #expect(run.code == (bomb.says.isEmpty ? 0 : 65), "\(line)")
        if !bomb.says.isEmpty { #expect(line.contains(bomb.says), "\(line)") }
        hold(run, bomb)
    }
}
