import Foundation
import TestSupport
import Testing

/// Workers that crash, run too long, or need too much; and the worker that other schedulers run.
@Suite("Workers")
struct WorkerTests {
    let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-worker-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch.appending(path: "in"), withIntermediateDirectories: true)
        for name in ["a", "c"] { try Data("\(name)\t1\nb\t2\n".utf8).write(to: scratch.appending(path: "in/\(name).txt")) }
    }

    /// A page so large that it takes a while and some hundred megabytes.
    private func writeLarge() throws {
        var page = "<table>"
        for row in 0..<200_000 { page += "<tr><td>\(row)</td><td>甲乙丙丁</td><td>2</td><td>3</td></tr>\n" }
        try Data((page + "</table>").utf8).write(to: scratch.appending(path: "in/b.html"))
    }

    private func reasons() throws -> [String] {
        try Dataset.table(scratch.appending(path: "out"), "reports.csv").map { $0["reason"] ?? "" }
    }

    @Test(
        "a document that runs over its time is a failure with the reason, and the others are read",
        .disabled(if: isSanitized))
    func time() throws {
        try writeLarge()
        // A third of what the whole run takes here and now: too little for the page, plenty for the others.
        let began = ContinuousClock.now
        #expect(try Dataset.make(scratch.appending(path: "in"), scratch.appending(path: "whole")).code == 0)
        let took = (ContinuousClock.now - began) / Duration.seconds(1)
        let limit = String(format: "%.2f", took / 3 + 0.005)
        let outcome = try Dataset.make(
            scratch.appending(path: "in"), scratch.appending(path: "out"), ["--document-seconds", limit])
        #expect(outcome.code == 2)
        let found = try reasons()
        #expect(found[0].isEmpty && found[2].isEmpty)
        // Whole seconds are told without a point.
        let seconds = String(format: "%g", Double(limit) ?? 0)
        #expect(found[1] == "It took longer than \(seconds) s; raise --document-seconds if the file is trusted")
        // With other limits it is tried again.
        #expect(try Dataset.make(scratch.appending(path: "in"), scratch.appending(path: "out")).code == 0)
    }

    @Test(
        "a document that needs too much memory is a failure with the reason, and the others are read",
        .disabled(if: isSanitized))
    func memory() throws {
        try writeLarge()
        let outcome = try Dataset.make(
            scratch.appending(path: "in"), scratch.appending(path: "out"), ["--document-megabytes", "64"])
        #expect(outcome.code == 2)
        let found = try reasons()
        #expect(found[0].isEmpty && found[2].isEmpty)
        #expect(found[1].contains("64 MB of memory") || found[1].contains("crashed"), "\(found[1])")
    }

    @Test("JSON lines in, JSON lines out, in order, whatever the lines are")
    func lines() throws {
        let large = Data((0..<3).map { "<p>\($0)</p>" }.joined().utf8).base64EncodedString()
        let input = """
            {"id": "1", "path": "in/a.txt"}
            {"id": "2", "path": "none.txt"}
            nonsense
            {"id": "乙\u{2028}丙", "name": "p.html", "base64": "\(large)"}
            {"id": "5", "name": "x", "base64": "%%%"}
            {"id": "6", "name": "p.pdf", "base64": "JVBERi0xLjQ="}
            """
        let outcome = try Program.run(["worker", "--lang", "en"], in: scratch, input: Data(input.utf8))
        #expect(outcome.code == 0, "\(outcome.errors)")
        let answers = try outcome.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(answers.map { $0["id"] as? String } == ["1", "2", "", "乙\u{2028}丙", "5", "6"])
        #expect(!outcome.output.unicodeScalars.contains("\u{2028}"), "it ends a line for many readers")
        #expect(answers.map { $0["ok"] as? Bool } == [true, false, false, true, false, false])
        #expect(answers.map { $0["code"] as? Int } == [nil, 66, 64, nil, 64, 65])
        let document = try #require(answers[0]["document"] as? [String: Any])
        #expect(document["source"] as? String == "in/a.txt")
        #expect((document["sha256"] as? String)?.count == 64)
    }

    @Test("whoever waits for each answer before asking again gets it")
    func oneByOne() throws {
        let outcome = try Program.shell(
            """
            coproc biaoge worker
            for id in 1 2 3; do
                echo "{\\"id\\": \\"$id\\", \\"path\\": \\"in/a.txt\\"}" >&"${COPROC[1]}"
                read -r -t 60 answer <&"${COPROC[0]}" || exit 1
                echo "${answer:0:20}"
            done
            """, in: scratch)
        #expect(outcome.output == (1...3).map { "{\"id\": \"\($0)\", \"ok\": tr\n" }.joined())
        #expect(outcome.code == 0)
    }

    @Test(
        "a line whose document ends the reading process is an error, and the next line is read", .disabled(if: isSanitized))
    func crash() throws {
        try writeLarge()
        let input = #"{"id": "1", "path": "in/b.html"}"# + "\n" + #"{"id": "2", "path": "in/a.txt"}"#
        let outcome = try Program.run(["worker", "--document-seconds", "0.05"], in: scratch, input: Data(input.utf8))
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("\"ok\": false") == true)
        #expect(lines.last?.contains("\"ok\": true") == true)
    }
}
