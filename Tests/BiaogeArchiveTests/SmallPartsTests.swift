import Biaoge
import Files
import Foundation
import Synchronization
import Testing

@testable import BiaogeArchive

@Suite("Small parts of the archive")
struct SmallPartsTests {
    @Test("every kind of finding has a title of its own, in both languages")
    func titles() {
        for language in [Language.chinese, .english] {
            let titles = Finding.Kind.allCases.map { $0.title(in: language) }
            #expect(Set(titles).count == titles.count)
            #expect(titles.allSatisfy { !$0.isEmpty && !$0.contains("%") })
        }
    }

    @Test("the innermost of a slot's labels is shown, slashes inside it and all")
    func lastPart() {
        #expect(OverviewCharts.lastPart("第二十条第（五）项 / 行政许可 / 本年增/减") == "本年增/减")
        #expect(OverviewCharts.lastPart("总计") == "总计")
        #expect(OverviewCharts.lastPart("") == "")
    }

    @Test("rows survive JSON, whatever is in them")
    func jsonRows() {
        var writer = JSONRows.Writer()
        let texts = ["", "a\"b\\c", "行\n二", "\u{1}\t", "[1,2]", "🙂"]
        writer.beginRow()
        writer.add(12)
        for text in texts { writer.add(text) }
        writer.endRow()
        writer.beginRow()
        writer.endRow()
        var reader = JSONRows.Reader(writer.json)
        var hasRow = reader.next()
        #expect(hasRow)
        #expect(reader.number(0) == 12)
        #expect((1...texts.count).map { reader.string($0) } == texts)
        hasRow = reader.next()
        #expect(hasRow && reader.fields.isEmpty)
        hasRow = reader.next()
        #expect(!hasRow)
    }

    @Test("a worker is told everything that its reading depends on")
    func workerSettings() throws {
        var settings = WorkerSettings(reading: ReadingOptions(), language: .chinese, limits: WorkerLimits())
        settings.limits.seconds = 0.05
        settings.limits.megabytes = 77
        settings.reading.encoding = "GB18030"
        settings.reading.revisions = .rejected
        settings.reading.asIs = true
        for (index, name) in Limits.Name.allCases.enumerated() { settings.reading.limits[name] = index + 1 }
        settings.reading.forms = Form.bundled
        let told = try WorkerSettings(settings.message[...])
        #expect(told.message == settings.message)
        #expect(told.language == .chinese)
        #expect(told.limits.seconds == 0.05 && told.limits.megabytes == 77)
        #expect(told.reading.encoding == "GB18030" && told.reading.revisions == .rejected && told.reading.asIs)
        #expect(Limits.Name.allCases.enumerated().allSatisfy { told.reading.limits[$1] == $0 + 1 })
        #expect(told.reading.forms.map(\.fileText) == Form.bundled.map(\.fileText))
        #expect(throws: (any Error).self) { try WorkerSettings(settings.message.dropLast()) }
    }

    @Test("what begins as an archive and was not taken apart is damaged; a worker for others says what to do with an archive")
    func damagedArchive() throws {
        let work = DocumentWork(options: ReadingOptions(), language: .english)
        let bytes = Array("PK\u{3}\u{4}and no more".utf8)
        var job = WorkerJob(kind: .report, source: "a.docx", sha256: "", corrections: [], bytes: bytes)
        let failure = try ReportRecord(work.answer(job)[...]).failure
        #expect(failure?.english == "The zip container is damaged (no directory); fetch or save the file again")
        job.kind = .json
        guard case .failure(let failure) = try WorkerAnswer(work.answer(job)[...]) else { throw DocumentFailure.noRequest }
        #expect(failure.english.contains("biaoge normalize"))
    }

    @Test("CSV is taken apart as RFC 4180 has it")
    func csv() {
        var reader = CSVReader(Array("a,\"b,\"\"c\"\"\nd\",\r\nx\n\nlast,1".utf8))
        var rows: [[String]] = []
        var lines: [Int] = []
        while let row = reader.next() {
            rows.append(row)
            lines.append(reader.line)
        }
        #expect(rows == [["a", "b,\"c\"\nd", ""], ["x"], [""], ["last", "1"]])
        #expect(lines == [3, 4, 5, 5])
    }

    @Test("lines of CSV that end with CR alone are lines")
    func oldLineEnds() {
        var reader = CSVReader(Array("a,1\rb\r".utf8))
        let rows = [reader.next(), reader.next(), reader.next()]
        #expect(rows == [["a", "1"], ["b"], nil])
        #expect(reader.line == 3)
    }

    @Test(
        "a list is read in every encoding that spreadsheets and editors save",
        arguments: [
            [0xEF, 0xBB, 0xBF, 0xE5, 0xB8, 0x82], [0xE5, 0xB8, 0x82], [0xCA, 0xD0], [0xFF, 0xFE, 0x02, 0x5E],
            [0xFE, 0xFF, 0x5E, 0x02],
        ] as [[UInt8]])
    func encodings(bytes: [UInt8]) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "biaoge-list-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        var reader = try CSVReader(path: path)
        #expect(reader.next() == ["市"])
        try Data("PK\u{3}\u{4}\u{0}".utf8).write(to: URL(filePath: path))
        #expect(throws: InputProblem.self) { try CSVReader(path: path) }
    }

    @Test("sums are exact, with the decimals of the number that has most")
    func sums() {
        var sum = ExactSum()
        for number in ["0.1", "0.2", "100", "-3.05"] {
            let isAdded = sum.add(number.utf8)
            #expect(isAdded)
        }
        #expect(sum.text == "97.25")
        #expect(sum.count == 4)
        for text in ["", "1,000", "１", "1.2.3", "--1"] {
            let isAdded = sum.add(text.utf8)
            #expect(!isAdded)
        }
        #expect(sum.text == "97.25")
        var small = ExactSum()
        _ = small.add("-0.05".utf8)
        #expect(small.text == "-0.05")
        let isAdded = small.add(sum)
        #expect(isAdded)
        #expect(small.text == "97.20")
        let isSubtracted = small.subtract(sum)
        #expect(isSubtracted)
        #expect(small.text == "-0.05")
        // Five numbers were added, and none by the subtraction.
        #expect(small.count == 5)
    }

    @Test("numbers of a corrections file are as the contract writes them")
    func numbers() {
        for text in ["0", "12", "-3", "0.50", "251000"] { #expect(CorrectionsFile.isNumber(text)) }
        for text in ["", "01", "+1", "1.", ".5", "１", "1,000", "-", "1e3", "a"] { #expect(!CorrectionsFile.isNumber(text)) }
    }

    @Test("names of one issuer are joined, those of two places are not")
    func issuers() {
        let names = IssuerNames([
            "庄头镇", "柳湾县庄头镇人民政府", "柳湾县庄头镇 人民政府办公室", "同仁市加吾乡", "黄南州同仁市加吾乡", "甲县城关镇", "乙县城关镇", "城关镇",
            "柳湾县市场监督管理局", "市场监督管理局",
        ])
        #expect(names.key("庄头镇") == names.key("柳湾县庄头镇人民政府"))
        #expect(names.key("庄头镇") == names.key("柳湾县庄头镇 人民政府办公室"))
        #expect(names.key("同仁市加吾乡") == names.key("黄南州同仁市加吾乡"))
        #expect(names.key("甲县城关镇") != names.key("乙县城关镇"))
        #expect(names.key("城关镇") != names.key("甲县城关镇"))
        #expect(names.key("市场监督管理局") == names.key("柳湾县市场监督管理局"))
        #expect(names.joined.count == 3)
    }

    @Test("an issuer that is only a kind of office is not joined with another's")
    func offices() {
        #expect(IssuerName("人民政府办公室").bare == "人民政府")
        #expect(IssuerName("县人民政府").bare == "县")
        #expect(IssuerName("市政公司").prefix.isEmpty)
    }

    @Test(
        "a source's file stays below its folder, and two sources never share one",
        arguments: [
            ("a/b.docx", "a/b.docx"), ("a.zip!/../../x", "a.zip!/%2E%2E/%2E%2E/x"), ("/etc/passwd", "%2Fetc/passwd"),
            ("a.zip!//etc/x", "a.zip!/%/etc/x"), ("./x", "%2E/x"), ("100%.docx", "100%.docx"), ("%2Fetc", "%252Fetc"),
            ("a/%", "a/%25"), ("x.txt/b", "x%2Etxt/b"), ("a/x.html/b.html", "a/x%2Ehtml/b.html"), ("x%2Etxt/b", "x%252Etxt/b"),
        ])
    func paths(source: String, path: String) {
        #expect(DatasetPath.path(of: source) == path)
    }

    @Test("a name too long for the file system is cut at a character and kept apart")
    func longNames() {
        let name = String(repeating: "镇", count: 100)
        let path = DatasetPath.path(of: name)
        #expect(path.utf8.count < 250)
        #expect(path.hasPrefix("镇") && !path.contains("\u{FFFD}"))
        #expect(path != DatasetPath.path(of: name + "二"))
    }

    @Test("text is escaped for a page, addresses are percent-written")
    func html() {
        #expect(HTMLText.escaped("<script>\"'&\u{0}") == "&lt;script&gt;&quot;'&amp;\u{FFFD}")
        #expect(HTMLText.address("pages/a b/镇#1?.html") == "pages/a%20b/%E9%95%87%231%3F.html")
    }

    @Test("messages between parent and worker survive, and damaged ones are refused")
    func messages() throws {
        var job = WorkerJob(
            kind: .report, source: "镇", sha256: "ab", corrections: [Correction(key: "k", value: "1", reason: "因为")],
            bytes: [0, 1, 255])
        job.textPath = "out/documents/镇.txt"
        job.pagePath = "out/pages/镇.html"
        let message = job.message
        let read = try WorkerJob(message[...])
        #expect(
            read.kind == .report && read.source == "镇" && read.corrections == job.corrections && read.bytes == job.bytes)
        #expect(read.textPath == job.textPath && read.pagePath == job.pagePath)
        for length in 0..<message.count {
            #expect(throws: MessageReader.Malformed.self) { try WorkerJob(message[..<length]) }
        }
        var record = ReportRecord(failure: DocumentFailure("错", "wrong"))
        record.year = nil
        #expect(try ReportRecord(record.message[...]) == record)
        record.failure = nil
        record.year = 2024
        record.unwritten = FileError(writing: "out/documents/镇.txt", number: 28)
        #expect(try ReportRecord(record.message[...]) == record)
    }

    @Test("values survive the ledger's JSON, whatever their place, state and texts are")
    func storedValues() throws {
        let places = [
            Place(line: 88), Place(table: 1, row: 16, column: 3), Place(table: 0, row: 120, column: 0), Place(table: 1, row: 2),
            Place(),
        ]
        var writer = JSONRows.Writer()
        for (slot, place) in places.enumerated() {
            writer.beginRow()
            writer.add(slot)
            writer.add("12")
            writer.add(place)
            if slot > 1 {
                for text in ["derived", "一\"\\\n", "see, above"] { writer.add(text) }
            }
            writer.endRow()
        }
        let values = StoredValues(writer.json)
        #expect(values.rows.map(\.slot) == [0, 1, 2, 3, 4])
        #expect(values.rows.map { values.string($0.place) } == places.map(\.citation))
        #expect(values.rows.map { values.string($0.number) } == Array(repeating: "12", count: 5))
        #expect(values.rows.map { Value.State.allCases[$0.state] } == [.read, .read, .derived, .derived, .derived])
        #expect(values.rows.map { values.string($0.raw) } == ["12", "12"] + Array(repeating: "一\"\\\n", count: 3))
        #expect(values.rows.map { values.string($0.note) } == ["", ""] + Array(repeating: "see, above", count: 3))
        #expect(StoredValues(Array("[]".utf8)).rows.isEmpty)
    }

    @Test("states stand in the order of their columns")
    func stateOrder() {
        #expect(Value.State.allCases.map(\.index) == Array(Value.State.allCases.indices))
    }

    @Test("what several threads do ends in the order in which it was given", arguments: [1, 3])
    func lanes(count: Int) throws {
        let ended = Mutex<[Int]>([])
        let lanes = OrderedLanes<Int, Int>(count, work: { $0 * $0 }, inTurn: { square in ended.withLock { $0.append(square) } })
        for number in 0..<100 { try lanes.give(number) }
        try lanes.finish()
        #expect(ended.withLock { $0 } == (0..<100).map { $0 * $0 })
    }

    @Test("whoever does a last part is the only one that holds what it is done with", arguments: [1, 3])
    func lanesHoldNothing(count: Int) throws {
        final class Piece: Sendable {}
        let shared = Mutex(0)
        let lanes = OrderedLanes<Int, Piece>(
            count, work: { _ in Piece() },
            inTurn: { piece in if !isKnownUniquelyReferenced(&piece) { shared.withLock { $0 += 1 } } })
        for number in 0..<100 { try lanes.give(number) }
        try lanes.finish()
        #expect(shared.withLock { $0 } == 0)
    }

    @Test("whoever gives room for rows back holds it no longer")
    func rowRoom() {
        let room = RowRoom()
        var rows = room.take(2)
        rows[1].append(1)
        room.give(&rows)
        #expect(rows.isEmpty)
        #expect(room.take(2) == [[], []])
    }

    @Test("nothing is done in turn behind what went wrong, and whoever gives work is told", arguments: [1, 3])
    func lanesThatFail(count: Int) throws {
        let ended = Mutex<[Int]>([])
        let lanes = OrderedLanes<Int, Int>(
            count, work: { $0 },
            inTurn: { number in
                if number == 5 { throw ArchiveInterrupted() }
                ended.withLock { $0.append(number) }
            })
        #expect(throws: ArchiveInterrupted.self) {
            for number in 0..<100 { try lanes.give(number) }
        }
        #expect(throws: ArchiveInterrupted.self) { try lanes.finish() }
        #expect(ended.withLock { $0 } == [0, 1, 2, 3, 4])
    }
}
