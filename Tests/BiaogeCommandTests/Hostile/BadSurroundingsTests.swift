import Foundation
import TestSupport
import Testing

/// Pipes that close, disks that are full, folders that take nothing, inputs that change while they are read.
@Suite("Bad surroundings")
struct BadSurroundingsTests {
    private let scratch: URL
    private let sample = Program.root.appending(path: "Samples/report-2021-form/柳湾镇.docx")

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-bad-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    private func leftovers() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: scratch.path).filter { $0.hasSuffix(".part") }
    }

    @Test(
        "a reader that goes away ends the program quietly, as it ends every program", arguments: ["text", "csv", "json", "html"])
    func closedPipe(format: String) throws {
        // The pipe is closed before anything is written; a caller may have chosen to ignore that, as Python does for its children.
        for trap in ["", "trap '' PIPE; "] {
            let outcome = try Program.shell(
                """
                \(trap)mkfifo pipe; { exec 3<pipe; exec 3<&-; touch closed; } & exec 4>pipe; until [ -e closed ]; do :; done
                biaoge convert '\(sample.path)' --to \(format) 2>errors >&4; code=$?; rm pipe closed; exit $code
                """, in: scratch)
            // 128 + SIGPIPE.
            #expect(outcome.code == 141, "\(outcome)")
            #expect(try String(contentsOf: scratch.appending(path: "errors"), encoding: .utf8) == "")
        }
    }

    @Test("a full device is 73 with a line that says so", arguments: ["text", "csv", "json", "html", "xml"])
    func fullDevice(format: String) throws {
        let outcome = try Program.shell("biaoge convert '\(sample.path)' --to \(format) --lang en > /dev/full", in: scratch)
        #expect(outcome.code == 73, "\(outcome)")
        #expect(outcome.errors.contains("cannot be written"))
    }

    @Test("a full disk is 73 and leaves no half file", .enabled(if: geteuid() == 0), arguments: ["text", "xlsx", "json"])
    func fullDisk(format: String) throws {
        let disk = scratch.appending(path: "disk-\(format)")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        guard try Program.shell("mount -t tmpfs -o size=4k tmpfs '\(disk.path)'").code == 0 else { return }
        defer { _ = try? Program.shell("umount '\(disk.path)'") }
        let outcome = try Program.run(["convert", sample.path, "--to", format, "--output", disk.path + "/x", "--lang", "en"])
        #expect(outcome.code == 73, "\(outcome)")
        #expect(outcome.errors.contains("cannot be written"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
    }

    @Test("a folder that takes nothing is 73, and what stood there before still does")
    func readOnly() throws {
        try Data("before".utf8).write(to: scratch.appending(path: "file"))
        // A file in place of a folder stops even root, whom permissions do not.
        #expect(try Program.run(["convert", sample.path, "--output", "file/x.txt"], in: scratch).code == 73)
        #expect(try Program.run(["convert", sample.path, sample.path, "--output", "file/"], in: scratch).code == 73)
        #expect(try Program.run(["convert", sample.path, "--output", "/proc/x.txt"], in: scratch).code == 73)
        #expect(try String(contentsOf: scratch.appending(path: "file"), encoding: .utf8) == "before")
        #expect(try leftovers() == [])
    }

    @Test("a document that cannot be written leaves what its file held before")
    func kept() throws {
        let target = scratch.appending(path: "x.txt")
        try Data("before".utf8).write(to: target)
        try Data("%PDF-1.7".utf8).write(to: scratch.appending(path: "x.pdf"))
        #expect(try Program.run(["convert", "x.pdf", "--output", "x.txt"], in: scratch).code == 65)
        #expect(try String(contentsOf: target, encoding: .utf8) == "before")
    }

    @Test("an input that changes while it is read is a document or an error, and never more")
    func changing() throws {
        let whole = try Data(contentsOf: sample)
        let file = scratch.appending(path: "changing.docx")
        try whole.write(to: file)
        let outcome = try Program.shell(
            """
            (for i in $(seq 1 200); do head -c $((i * 37 % \(whole.count))) '\(sample.path)' > changing.docx; \
            cat '\(sample.path)' > changing.docx; done) & writer=$!
            worst=0
            for i in $(seq 1 30); do
                biaoge convert changing.docx --to json --output out.json 2>errors; code=$?
                case $code in 0|65|66) ;; *) worst=$code; cat errors >&2 ;; esac
            done
            wait $writer
            exit $worst
            """, in: scratch)
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try leftovers() == [])
    }

    @Test("two runs that write the same file: the file is whole, of one of them")
    func sameFile() throws {
        let outcome = try Program.shell(
            "biaoge convert '\(sample.path)' --output x.txt 2>/dev/null & biaoge convert '\(sample.path)' --output x.txt 2>/dev/null; code=$?; wait $! && exit $code",
            in: scratch)
        #expect(outcome.code == 0)
        let once = try Program.run(["convert", sample.path])
        #expect(try String(contentsOf: scratch.appending(path: "x.txt"), encoding: .utf8) == once.output)
        #expect(try leftovers() == [])
    }

    /// A dump that takes a while and some hundred megabytes.
    private func writeLarge() throws {
        var text = "a\tb\tc\td\n"
        for row in 0..<200_000 { text += "\(row)\t1\t2\t3\n" }
        try Data(text.utf8).write(to: scratch.appending(path: "large.txt"))
        try Data("before".utf8).write(to: scratch.appending(path: "x.json"))
    }

    @Test(
        "without memory the run ends with a line that says so, and what stood in the output's place still does",
        .disabled(if: isSanitized))
    func noMemory() throws {
        try writeLarge()
        let outcome = try Program.shell("ulimit -d 20000; biaoge convert large.txt --to json --output x.json", in: scratch)
        #expect(outcome.code == 65, "\(outcome)")
        #expect(outcome.errors.split(separator: "\n").last?.contains("out of memory; close other programs") == true)
        #expect(try String(contentsOf: scratch.appending(path: "x.json"), encoding: .utf8) == "before")
        #expect(try leftovers() == [])
    }

    @Test("a run that is ended leaves no half file", arguments: ["INT", "TERM", "HUP", "ABRT"])
    func ended(signal: String) throws {
        try writeLarge()
        // The half file is a pipe, which is soon full: the program waits for us in the middle of its output. Shells let what runs in
        // the background ignore SIGINT; env takes that back.
        let outcome = try Program.shell(
            """
            (mkfifo x.json.$BASHPID.part; exec env --default-signal=INT '\(Program.path)' convert large.txt --to json --output x.json) &
            program=$!
            until [ -p x.json.$program.part ]; do :; done
            exec 3<x.json.$program.part
            kill -\(signal) $program
            wait $program
            """, in: scratch)
        let codes = ["INT": 130, "TERM": 143, "HUP": 129, "ABRT": 65] as [String: Int32]
        #expect(outcome.code == codes[signal], "\(outcome)")
        #expect(try String(contentsOf: scratch.appending(path: "x.json"), encoding: .utf8) == "before")
        #expect(try leftovers() == [])
    }
}
