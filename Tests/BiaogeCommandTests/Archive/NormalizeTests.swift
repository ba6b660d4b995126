import Foundation
import Testing

/// `biaoge normalize` over generated archives, as a person would run it.
@Suite("normalize")
struct NormalizeTests {
    let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-normalize-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    @Test("a second run reads nothing and writes the same bytes; a new document alone is read; one that is gone leaves")
    func again() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 30)
        let output = scratch.appending(path: "out")
        _ = try Dataset.make(archive.folder, output)
        let first = try Dataset.bytes(output)
        let second = try Dataset.make(archive.folder, output)
        #expect(second.errors.contains("30 documents, 0 read now"))
        #expect(try Dataset.bytes(output) == first)

        let added = archive.folder.appending(path: "新.txt")
        try Data("新的一份".utf8).write(to: added)
        #expect(try Dataset.make(archive.folder, output).errors.contains("31 documents, 1 read now"))
        try FileManager.default.removeItem(at: added)
        let last = try Dataset.make(archive.folder, output)
        #expect(last.errors.contains("30 documents, 0 read now"))
        #expect(last.errors.contains("1 documents are no longer in the inputs"))
        #expect(try Dataset.bytes(output) == first)
    }

    @Test(
        "each path has its text: copies, a new name for old bytes, other bytes under an old name, a text that somebody took away")
    func texts() throws {
        let input = scratch.appending(path: "in")
        let output = scratch.appending(path: "out")
        try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
        func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: input.appending(path: name)) }
        func texts() throws -> [String: String] {
            try Dataset.bytes(output).filter { $0.key.hasPrefix("documents/") }.mapValues { String(decoding: $0, as: UTF8.self) }
        }
        for name in ["a.txt", "b.txt", "c.txt"] { try write(name, "甲") }
        #expect(try Dataset.make(input, output).errors.contains("3 documents, 1 read now"))
        #expect(try texts() == ["documents/a.txt.txt": "甲\n", "documents/b.txt.txt": "甲\n", "documents/c.txt.txt": "甲\n"])
        try FileManager.default.moveItem(at: input.appending(path: "a.txt"), to: input.appending(path: "d.txt"))
        try FileManager.default.removeItem(at: input.appending(path: "b.txt"))
        try write("c.txt", "乙")
        #expect(try Dataset.make(input, output).errors.contains("2 documents, 1 read now"))
        #expect(try texts() == ["documents/c.txt.txt": "乙\n", "documents/d.txt.txt": "甲\n"])
        // Bytes that are known, under a name that had others.
        try write("c.txt", "甲")
        try FileManager.default.removeItem(at: output.appending(path: "documents/d.txt.txt"))
        #expect(try Dataset.make(input, output, ["--pages"]).errors.contains("2 documents, 2 read now"))
        #expect(try texts() == ["documents/c.txt.txt": "甲\n", "documents/d.txt.txt": "甲\n"])
        #expect(try Dataset.bytes(output).keys.filter { $0.hasPrefix("pages/") }.count == 2)
        try FileManager.default.removeItem(at: output.appending(path: "documents/d.txt.txt"))
        #expect(try Dataset.make(input, output).errors.contains("2 documents, 0 read now"))
        #expect(try texts() == ["documents/c.txt.txt": "甲\n", "documents/d.txt.txt": "甲\n"])
        #expect(try Dataset.bytes(output).keys.filter { $0.hasPrefix("pages/") }.isEmpty)
    }

    @Test("the ledger's values are those of values.csv", .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/sqlite3")))
    func ledger() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 30)
        let output = scratch.appending(path: "out")
        _ = try Dataset.make(archive.folder, output)
        let columns = "source,issuer,year,form,part,key,row_label,column_label,value,state,raw,place,note"
        let query = "SELECT \(columns) FROM \"values\""
        let found = try Program.run("/usr/bin/sqlite3", ["-csv", output.appending(path: "biaoge.sqlite").path, query])
        try Data((columns + "\n" + found.output.replacing("\r\n", with: "\n")).utf8).write(
            to: output.appending(path: "ledger.csv"))
        let (ledger, exported) = (try Dataset.table(output, "ledger.csv"), try Dataset.table(output, "values.csv"))
        #expect(ledger.count == exported.count && exported.count > 2_000)
        #expect(Set(ledger) == Set(exported))
        #expect(Set(exported.map { $0["state"] }).count > 1)
    }

    @Test("one worker and three give the same bytes")
    func workers() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 40)
        _ = try Dataset.make(archive.folder, scratch.appending(path: "one"), ["--workers", "1"])
        _ = try Dataset.make(archive.folder, scratch.appending(path: "three"), ["--workers", "3"])
        #expect(try Dataset.bytes(scratch.appending(path: "one")) == Dataset.bytes(scratch.appending(path: "three")))
    }

    @Test("inputs with the same paths inside stand apart, and a list on standard input is an input")
    func inputs() throws {
        for name in ["a", "b"] {
            let folder = scratch.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(name.utf8).write(to: folder.appending(path: "x.txt"))
        }
        let both = try Program.run(["normalize", "a", "b", "--output", "out"], in: scratch)
        #expect(both.code == 0, "\(both.errors)")
        #expect(try Dataset.table(scratch.appending(path: "out"), "reports.csv").map { $0["source"] } == ["b/x.txt", "x.txt"])
        let list = try Program.run(["normalize", "-", "--output", "list"], in: scratch, input: Data("a/x.txt\nnone.txt\n".utf8))
        #expect(list.code == 2)
        let rows = try Dataset.table(scratch.appending(path: "list"), "reports.csv")
        #expect(rows.map { $0["source"] } == ["a/x.txt", "none.txt"])
        #expect(rows.map { $0["ok"] } == ["true", "false"])
    }

    @Test("an input that is not there is 66 alone, 2 among others, and takes nothing out of the dataset")
    func missingInput() throws {
        let folder = scratch.appending(path: "a")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("a".utf8).write(to: folder.appending(path: "x.txt"))
        #expect(try Program.run(["normalize", "none", "--output", "out"], in: scratch).code == 66)
        #expect(!FileManager.default.fileExists(atPath: scratch.appending(path: "out").path))
        #expect(try Program.run(["normalize", "a", "--output", "out"], in: scratch).code == 0)
        try FileManager.default.createDirectory(at: scratch.appending(path: "b"), withIntermediateDirectories: true)
        #expect(try Program.run(["normalize", "b", "gone", "--output", "out"], in: scratch).code == 2)
        #expect(try Dataset.table(scratch.appending(path: "out"), "reports.csv").count == 1)
    }

    @Test("the dataset may stand inside the input and is not read")
    func inside() throws {
        try Data("a".utf8).write(to: scratch.appending(path: "x.txt"))
        for _ in 0..<2 { #expect(try Program.run(["normalize", ".", "--output", "out"], in: scratch).code == 0) }
        #expect(try Dataset.table(scratch.appending(path: "out"), "reports.csv").map { $0["source"] } == ["x.txt"])
    }

    @Test("the folder of the dataset is not the input itself, however it is named, and nothing is written there")
    func outputIsInput() throws {
        try Data("a".utf8).write(to: scratch.appending(path: "x.txt"))
        for (input, output) in [(".", "./"), (scratch.path, "."), ("x.txt", "x.txt")] {
            #expect(try Program.run(["normalize", input, "--output", output], in: scratch).code == 64)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0 != "in" } == ["x.txt"])
    }
}

/// A dataset as it is compared: the ledger aside.
enum Dataset {
    /// Makes a dataset of a folder.
    static func make(_ input: URL, _ output: URL, _ options: [String] = []) throws -> Program.Outcome {
        try Program.run(["normalize", input.path, "--output", output.path, "--lang", "en"] + options)
    }

    /// The bytes of all files but the ledger, by their paths.
    static func bytes(_ output: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) where !path.hasPrefix("biaoge.sqlite") {
            var isFolder: ObjCBool = false
            let file = output.appending(path: path)
            guard unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[path] = try Data(contentsOf: file)
        }
        return files
    }

    /// The rows of a CSV file by their column names.
    static func table(_ output: URL, _ name: String) throws -> [[String: String]] {
        let text = Array(try Data(contentsOf: output.appending(path: name)))
        var rows: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if index < text.count, text[index] == 0x22 {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22 {
                isQuoted = true
            } else if byte == 0x2C || byte == 0x0A {
                rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
                field.removeAll()
                if byte == 0x0A { rows.append([]) }
            } else {
                field.append(byte)
            }
        }
        return rows.dropFirst().dropLast().map { Dictionary(zip(rows[0], $0)) { first, _ in first } }
    }
}
