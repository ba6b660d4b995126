import Biaoge
import Foundation
import TestSupport
import Testing
import Zip

@testable import BiaogeArchive
@testable import Files

@Suite("InputWalk")
struct InputWalkTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "biaoge-walk-\(UUID().uuidString)"
        try Folder.create(folder)
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        let path = folder + "/" + name
        try Folder.create(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        let file = try OutputFile(path)
        try file.write(bytes)
        try file.commit()
    }

    /// What the walk hands out: the source and the text, or the failure.
    private func walk(
        _ inputs: [String]? = nil, _ options: InputOptions = InputOptions()
    ) throws -> (items: [String], skipped: SkippedFiles) {
        var items: [String] = []
        let walk = InputWalk(options, excluding: nil) { item in
            switch item.content {
            case .bytes(let bytes): items.append("\(item.source) = \(String(decoding: bytes.prefix(40), as: UTF8.self))")
            case .failure(let failure): items.append("\(item.source) ! \(failure.english)")
            }
        }
        for input in inputs ?? [folder] { try walk.walk(input: input) }
        return (items, walk.skipped)
    }

    @Test("a folder is walked in the order of its names' bytes, whatever stands in it")
    func order() throws {
        for name in ["b.txt", "a/2.txt", "a/10.txt", "镇.txt", "A.txt"] { try write(name, Array(name.utf8)) }
        #expect(
            try walk().items == [
                "A.txt = A.txt", "a/10.txt = a/10.txt", "a/2.txt = a/2.txt", "b.txt = b.txt", "镇.txt = 镇.txt",
            ])
    }

    @Test("what is no document is skipped and counted; an empty file is a document")
    func skipped() throws {
        for name in [".hidden", ".git/config", "~$a.docx", "__MACOSX/x", "Thumbs.db", "sub/.DS_Store"] { try write(name, [1]) }
        try write("empty.txt", [])
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "/etc/passwd")
        let outcome = try walk()
        #expect(outcome.items == ["empty.txt = "])
        #expect(outcome.skipped.hidden == 3)
        #expect(outcome.skipped.leftovers == 3)
        #expect(outcome.skipped.links == 1)
    }

    @Test("archives inside archives are entered without unpacking; names that lead out are only names")
    func nested() throws {
        let inner = StoredZip([StoredZip.Entry("x.txt", "x"), StoredZip.Entry("__MACOSX/._x.txt", "m")])
        let outer = StoredZip([
            StoredZip.Entry("inner/b.zip", inner.bytes), StoredZip.Entry("../up.txt", "up"),
            StoredZip.Entry("/etc/abs.txt", "abs"),
            StoredZip.Entry("folder/", ""),
        ])
        try write("a.zip", outer.bytes)
        let outcome = try walk()
        #expect(
            outcome.items == ["a.zip!/inner/b.zip!/x.txt = x", "a.zip!/../up.txt = up", "a.zip!//etc/abs.txt = abs"])
        #expect(outcome.skipped.leftovers == 1)
    }

    @Test("an archive or a corpus without a document is named, wherever it stands")
    func withoutDocuments() throws {
        let empty = StoredZip([])
        let leftovers = StoredZip([StoredZip.Entry("a/", ""), StoredZip.Entry("a/.DS_Store", "x")])
        let outer = StoredZip([StoredZip.Entry("b.zip", empty.bytes), StoredZip.Entry("x.txt", "x")])
        try write("1.zip", empty.bytes)
        try write("2.zip", leftovers.bytes)
        try write("3.zip", outer.bytes)
        try write("4.jsonl", Array("\n \n".utf8))
        // Cut off, it is taken for the archive that was its last entry.
        try write(
            "5.zip", Array(StoredZip([StoredZip.Entry("x.txt", "x"), StoredZip.Entry("b.zip", empty.bytes)]).bytes.dropLast(30)))
        let nothing = "! There is no document in it; fetch or pack it again"
        let outcome = try walk()
        #expect(
            outcome.items == [
                "1.zip \(nothing)", "2.zip \(nothing)", "3.zip!/b.zip \(nothing)", "3.zip!/x.txt = x", "4.jsonl \(nothing)",
                "5.zip \(nothing)",
            ])
        #expect(outcome.skipped.hidden == 1)
    }

    @Test("an archive is told from its content, a package of Office is a document")
    func content() throws {
        try write("archive.docx", StoredZip([StoredZip.Entry("x.txt", "x")]).bytes)
        try write("package.zip", StoredZip([StoredZip.Entry("[Content_Types].xml", "<Types/>")]).bytes)
        try write("printed.zip", StoredZip([StoredZip.Entry("x", "x"), StoredZip.Entry("OFD.xml", "<OFD/>")]).bytes)
        let items = try walk().items
        #expect(items[0] == "archive.docx!/x.txt = x")
        #expect(items[1].hasPrefix("package.zip = PK"))
        #expect(items[2].hasPrefix("printed.zip = PK"))
    }

    @Test("a name in GB18030 is read as such")
    func names() throws {
        var entry = StoredZip.Entry("", "x")
        entry.nameBytes = encoded("柳湾镇.txt", in: "GB18030")
        entry.flags = 0
        try write("a.zip", StoredZip([entry]).bytes)
        #expect(try walk().items == ["a.zip!/柳湾镇.txt = x"])
    }

    @Test("a damaged archive, an encrypted entry and archives too deep are failures by name")
    func failures() throws {
        try write("cut.zip", Array(StoredZip([StoredZip.Entry("x.txt", "x")]).bytes.dropLast(30)))
        var secret = StoredZip.Entry("s.txt", "s")
        secret.flags = 1
        var deep = StoredZip([StoredZip.Entry("x.txt", "x")])
        for _ in 0..<8 { deep = StoredZip([StoredZip.Entry("n.zip", deep.bytes)]) }
        try write("deep.zip", deep.bytes)
        try write("secret.zip", StoredZip([secret]).bytes)
        let items = try walk().items
        // The damaged archive is handed out as a document, and the reader says what is wrong with it.
        #expect(items[0].hasPrefix("cut.zip = PK"))
        #expect(items[1].contains("More than 8 archives inside each other"))
        #expect(items[2].hasPrefix("secret.zip!/s.txt ! Entry s.txt is encrypted"))
    }

    @Test("the entries of archives inside one archive are bounded")
    func manyEntries() throws {
        let inner = StoredZip((0..<10).map { StoredZip.Entry("\($0).txt", "x") })
        try write("a.zip", StoredZip([StoredZip.Entry("b.zip", inner.bytes)]).bytes)
        var options = InputOptions()
        options.nestedEntries = 5
        let items = try walk(nil, options).items
        #expect(items.count == 6)
        #expect(items.last?.contains("more than 5 entries") == true)
    }

    @Test("a corpus gives a document a line, by the usual fields, and names the lines that are none")
    func corpus() throws {
        let lines = #"""
            {"name": "甲.html", "text": "a\tb"}
            {"id": 7, "content": "second"}
            {"text": "third"}

            nonsense
            {"title": "no text"}
            """#
        try write("c.jsonl", Array(lines.utf8))
        #expect(
            try walk().items == [
                "c.jsonl!/甲.html = a\tb", "c.jsonl!/7 = second", "c.jsonl!/line 3 = third",
                "c.jsonl!/line 5 ! Line 5 is no JSON object with a text field; name the field with --text-field",
                "c.jsonl!/line 6 ! Line 6 is no JSON object with a text field; name the field with --text-field",
            ])
    }

    @Test("the fields of a corpus can be named, and it can be gzipped, in an archive too")
    func gzip() throws {
        let path = folder + "/plain"
        try Data(#"{"k": "n", "v": "text"}"#.utf8).write(to: URL(filePath: path))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "gzip -c '\(path)' > '\(path).jsonl.gz'; gzip -c '\(path)' >> '\(path).jsonl.gz'; rm '\(path)'",
        ]
        try process.run()
        process.waitUntilExit()
        var options = InputOptions()
        options.textField = "v"
        options.nameField = "k"
        // Two gzip members one after another are one stream, here of two objects on one line, which is no line of a corpus.
        #expect(try walk(nil, options).items.first?.contains("Line 1 is no JSON object") == true)
        let packed = try InputFile.read(path + ".jsonl.gz", maximumBytes: 1000)
        try write("plain.jsonl.gz", Array(packed.prefix(packed.count / 2)))
        #expect(try walk(nil, options).items == ["plain.jsonl.gz!/n = text"])
        try write("plain.jsonl.gz", StoredZip([StoredZip.Entry("c.jsonl.gz", Array(packed.prefix(packed.count / 2)))]).bytes)
        try FileManager.default.moveItem(atPath: path + ".jsonl.gz", toPath: path + ".zip")
        #expect(try walk(nil, options).items == ["plain.zip!/c.jsonl.gz!/n = text"])
        try write("plain.zip", Array("{\"k\": 1}".utf8))
        try write("cut.jsonl.gz", Array(packed.prefix(packed.count / 2 - 4)))
        #expect(try walk(nil, options).items.contains { $0.contains("The gzip data ends too early") })
    }

    @Test("corpora and archives in an archive may be larger than a document; a document may not")
    func large() throws {
        let text = (0..<100).map { "\($0) " }.joined()
        let lines = (0..<20).map { "{\"name\": \"\($0)\", \"text\": \"\(text)\"}\n" }.joined()
        let inner = StoredZip((0..<20).map { StoredZip.Entry("\($0).txt", text) })
        let entries = [
            StoredZip.Entry("c.jsonl", lines), StoredZip.Entry("i.zip", inner.bytes), StoredZip.Entry("d.txt", lines),
        ]
        try write("a.zip", StoredZip(entries).bytes)
        try write("c.jsonl", Array(lines.utf8))
        var options = InputOptions()
        options.limits.inputBytes = 1_000
        let items = try walk(nil, options).items
        #expect(items.count == 61)
        #expect(items.filter { $0.contains("!") && $0.contains(" = 0 1 2") }.count == 60)
        #expect(items.filter { $0.contains(" ! ") } == ["a.zip!/d.txt ! \(Self.overInputBytes(lines.utf8.count, 1_000))"])
    }

    private static func overInputBytes(_ found: Int, _ allowed: Int) -> String {
        "Over a limit: max-input-bytes (\(found), allowed \(allowed)); raise it with --max-input-bytes if the file is trusted"
    }

    @Test("entries that share their packed bytes come to an end together")
    func overlapping() throws {
        try write("a.zip", try OverlappingZip.bytes(entries: 1_000, of: 9 << 20))
        let items = try walk().items
        #expect(items.count == 2)
        #expect(items[0].hasPrefix("a.zip!/0.txt = \0"))
        // The second goes beyond what may inflate without being asked, and beyond what so small a file may give.
        #expect(items[1].contains("! Over a limit: max-ratio"))
    }

    @Test("a corpus that packs too well comes to an end")
    func packedCorpus() throws {
        let line = Array("{\"text\": \"\(String(repeating: "a", count: 10_000))\"}\n".utf8)
        var content: [UInt8] = []
        for _ in 0..<2_000 { content += line }
        let entry = ZipWriter.Entry(name: "c.jsonl", content: content)
        var bytes: [UInt8] = []
        try ZipWriter.write([entry], level: 9) { bytes += $0 }
        try write("a.zip", bytes)
        var options = InputOptions()
        options.limits.ratio = 10
        let items = try walk(nil, options).items
        #expect(items.last?.contains("a.zip!/c.jsonl ! Over a limit: max-ratio") == true)
        #expect(items.count < 1_800)
    }

    @Test("an archive that holds itself is entered so many times and no more")
    func quine() throws {
        let archive = QuineZip.bytes
        try write("a.zip", archive)
        let inside = repeatElement("itself.zip", count: 8).joined(separator: "!/")
        #expect(
            try walk().items == [
                "a.zip!/\(inside) ! More than 8 archives inside each other; unpack the outer ones first"
            ])
        let zip = try ZipArchive(archive.span)
        let first = zip.entry(at: 0)
        let entry = try #require(first)
        var reader = try zip.open(entry)
        var content = [UInt8](repeating: 0, count: archive.count + 1)
        var span = content.mutableSpan
        let count = try reader.read(into: &span)
        #expect(count == archive.count)
        #expect(content.dropLast() == archive[...])
    }

    @Test("a NUL in the name of an entry is a space, as libzip has it, and leads nowhere")
    func nul() throws {
        try write("a.zip", StoredZip([StoredZip.Entry("../a.txt\0.exe", "a"), StoredZip.Entry("\0", "b")]).bytes)
        #expect(try walk().items == ["a.zip!/../a.txt .exe = a", "a.zip!/  = b"])
    }

    @Test("a line over the limit is a failure and the next one is read")
    func longLine() throws {
        var pieces: [[UInt8]] = [Array("short\r\n".utf8), [UInt8](repeating: 0x61, count: 30), Array("\nlast".utf8)]
        var reader = LineReader(maximumBytes: 10) { pieces.isEmpty ? [] : pieces.removeFirst() }
        var found: [String] = []
        for _ in 0..<4 {
            do {
                found.append(try reader.nextLine().map { String(decoding: $0, as: UTF8.self) } ?? "end")
            } catch is LineReader.TooLong {
                found.append("too long")
            }
        }
        #expect(found == ["short", "too long", "last", "end"])
    }
}
