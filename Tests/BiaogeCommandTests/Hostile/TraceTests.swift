import Foundation
import TestSupport
import Testing

/// What the program asks the system for while it reads documents that would like it to ask for more.
@Suite(
    "No network, no other file",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "needs strace"))
struct TraceTests {
    private let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-trace-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: scratch.appending(path: "in"), withIntermediateDirectories: true)
        let outside = "file:///etc/hostname"
        var document = DOCXBuilder(
            "<w:altChunk r:id='x1'/><w:p><w:hyperlink r:id='x2'><w:r><w:t>a</w:t></w:r></w:hyperlink>"
                + "<w:fldSimple w:instr='INCLUDETEXT \"/etc/hostname\"'><w:r><w:t>b</w:t></w:r></w:fldSimple>"
                + "<w:fldSimple w:instr='DDEAUTO c:\\\\a.exe'><w:r><w:t>c</w:t></w:r></w:fldSimple></w:p>")
        document.others = [
            StoredZip.Entry("word/vbaProject.bin", "macro"),
            StoredZip.Entry("../../../../tmp/biaoge-escaped", "x"), StoredZip.Entry("/tmp/biaoge-escaped", "x"),
        ]
        var entries = document.entries
        entries[3] = StoredZip.Entry(
            entries[3].name,
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='x1' TargetMode='External' Type='a/aFChunk' Target='\(outside)'/>"
                + "<Relationship Id='x2' TargetMode='External' Type='a/hyperlink' Target='http://192.0.2.1/a'/>"
                + "<Relationship Id='x3' Type='a/styles' Target='../../../../../etc/hostname'/>"
                + "<Relationship Id='x4' TargetMode='External' Type='a/attachedTemplate' Target='http://192.0.2.1/t.dotm'/>"
                + "</Relationships>")
        try save(StoredZip(entries).bytes, "external.docx")
        var entity = DOCXBuilder("").entries
        entity[2] = StoredZip.Entry(
            "word/document.xml",
            "<!DOCTYPE a [<!ENTITY b SYSTEM '\(outside)'>]><a xmlns:xi='http://www.w3.org/2001/XInclude'>&b;</a>")
        try save(StoredZip(entity).bytes, "entity.docx")
        try save(
            Array(
                """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://192.0.2.1/x.dtd"><base href="http://192.0.2.1/">
                <link rel=stylesheet href="http://192.0.2.1/a.css"><script src="http://192.0.2.1/a.js"></script>
                <meta http-equiv=refresh content="0;url=http://192.0.2.1/"><img src="\(outside)"><iframe src="\(outside)"></iframe>
                <object data="http://192.0.2.1/"></object><table><tr><td>a<td>b<tr><td>c<td>d</table>
                """.utf8), "page.html")
        try save(Array("a\tb\tc\nd\t1\t2\ne\t3\t4\n".utf8), "dump.txt")
        try save(
            StoredZip([
                StoredZip.Entry("../../../../tmp/biaoge-escaped.txt", "a\tb\nc\td\n"), StoredZip.Entry("/tmp/x.txt", "a\tb\n"),
            ])
            .bytes, "names.zip")
    }

    private func save(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: scratch.appending(path: "in/" + name))
    }

    /// The system calls of a run.
    private func trace(_ arguments: String) throws -> [Substring] {
        let file = scratch.appending(path: "trace-\(UUID().uuidString)").path
        let outcome = try Program.shell(
            // The address sanitizer's own look for leaks traces the process too, and only one can.
            "ASAN_OPTIONS=detect_leaks=0 strace -f -qq -s 300 -e trace=%network,%file,%process -o '\(file)' '\(Program.path)' \(arguments)",
            in: scratch)
        #expect(outcome.code == 0 || outcome.code == 2, "\(outcome.errors)")
        return try String(contentsOf: URL(filePath: file), encoding: .utf8).split(separator: "\n")
    }

    private func check(_ calls: [Substring]) {
        #expect(calls.count > 10)
        let network = ["socket(", "connect(", "bind(", "sendto(", "getaddrinfo"]
        for call in calls where network.contains(where: call.contains) { Issue.record("network: \(call)") }
        for call in calls where call.contains("execve(") && !call.contains("execve(\"\(Program.path)\"") {
            Issue.record("another program: \(call)")
        }
        for call in calls where !call.contains("ENOENT") {
            guard let path = path(of: call), path.hasPrefix("/"), !path.hasPrefix(scratch.path), path != Program.path else {
                continue
            }
            let isWritten = ["O_WRONLY", "O_RDWR", "O_CREAT", "unlink", "rename", "mkdir", "chmod", "symlink"].contains {
                call.contains($0)
            }
            if isWritten, path != "/dev/null", path != "/dev/tty" { Issue.record("writes outside: \(call)") }
            // What every program reads: its libraries, conversion tables, and what the system says of itself.
            let system = ["/lib", "/usr/", "/opt/", "/etc/ld.so", "/proc/", "/sys/", "/dev/", "/etc/localtime"]
            // The loader looks beside the program for its libraries.
            let besides = URL(filePath: Program.path).deletingLastPathComponent().path
            if path.hasPrefix(besides), !isWritten { continue }
            let isFolder = scratch.path.hasPrefix(path) || Program.path.hasPrefix(path)
            if !isFolder, !system.contains(where: path.hasPrefix) { Issue.record("reads outside: \(call)") }
        }
    }

    private func path(of call: Substring) -> String? {
        let parts = call.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    @Test("convert, in every format", arguments: ["text", "json", "html", "xlsx"])
    func convert(format: String) throws {
        check(try trace("convert in/external.docx in/entity.docx in/page.html in/dump.txt --to \(format) --output out-\(format)"))
    }

    @Test("normalize, with its workers")
    func normalize() throws {
        check(try trace("normalize in --output out --pages"))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/biaoge-escaped.txt"))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/biaoge-escaped"))
    }
}
