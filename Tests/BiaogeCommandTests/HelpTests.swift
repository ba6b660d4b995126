import Foundation
import Testing

/// What the program says of itself: help with an example that works, in both languages, and its version.
@Suite("Help")
struct HelpTests {
    static let commands = [
        [], ["convert"], ["inspect"], ["check"], ["repair"], ["normalize"], ["forms"], ["forms", "list"], ["forms", "show"],
        ["forms", "learn"], ["worker"],
    ]

    @Test("every command's help has an example, and the example works", arguments: commands)
    func example(command: [String]) throws {
        let help = try Program.run(command + ["--help"]).output
        let line = try #require(help.split(separator: "\n").first { $0.hasPrefix("Example: ") })
        let folder = try Self.folderOfTheExamples()
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try Program.shell(String(line.dropFirst("Example: ".count)), in: folder)
        #expect(outcome.code == 0, "\(line): \(outcome.errors)")
    }

    @Test("every command's help is Chinese where the locale is", arguments: commands)
    func chinese(command: [String]) throws {
        let english = try Program.run(command + ["--help"]).output
        let chinese = try Program.run(command + ["--help"], locale: "zh_CN.UTF-8").output
        let overview = try #require(chinese.split(separator: "\n").first)
        #expect(overview.utf8.count > overview.count + 12, "\(overview)")
        // The example is the same in both.
        let line = try #require(english.split(separator: "\n").first { $0.hasPrefix("Example: ") })
        #expect(chinese.contains("示例：" + line.dropFirst("Example: ".count)))
    }

    @Test("no option is without a text, in either language", arguments: commands, ["C.UTF-8", "zh_CN.UTF-8"])
    func options(command: [String], locale: String) throws {
        let help = try Program.run(command + ["--help"], locale: locale).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.hasPrefix("  --") || line.hasPrefix("  <") {
            let below = index + 1 < lines.count ? lines[index + 1] : ""
            #expect(line.dropFirst(2).contains("  ") || line.contains("> ") || below.hasPrefix("          "), "\(line)")
        }
    }

    @Test("--version names the version, the forms and the libraries")
    func version() throws {
        let outcome = try Program.run(["--version"])
        #expect(outcome.code == 0)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[0].wholeMatch(of: /biaoge \d+\.\d+\.\d+/) != nil)
        #expect(lines[1] == "forms: annual-report-2021, annual-report-2019")
        #expect(lines[2].wholeMatch(of: /libxml2 2\.\d+\.\d+/) != nil)
        #expect(lines[3].wholeMatch(of: /libzip 1\.\d+\.\d+/) != nil)
    }

    @Test("the program alone shows its help")
    func alone() throws {
        #expect(try Program.run([]).output == (try Program.run(["--help"]).output))
    }

    @Test(
        "a file that cannot be opened is told with what to do",
        arguments: [("no-such-file.docx", "请检查路径"), ("Samples", "biaoge normalize")])
    func whatToDo(input: String, advice: String) throws {
        let outcome = try Program.run(["convert", input, "--lang", "zh"])
        #expect(outcome.code == 66)
        #expect(outcome.errors.contains(advice), "\(outcome.errors)")
    }

    @Test("a form that there is none of is told with where the names stand")
    func noSuchForm() throws {
        let outcome = try Program.run(["forms", "show", "annual-report-2012"])
        #expect(outcome.code == 66)
        #expect(outcome.errors.contains("biaoge forms list"))
    }

    /// A folder that has the files of the examples.
    private static func folderOfTheExamples() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "biaoge-help-\(UUID().uuidString)")
        let samples = Program.root.appending(path: "Samples")
        try FileManager.default.createDirectory(at: folder.appending(path: "reports"), withIntermediateDirectories: true)
        for (sample, name) in [
            ("report-2021-form/柳湾镇.docx", "report.docx"), ("report-2021-form/柳湾镇.docx", "reports/柳湾镇.docx"),
            ("tab-dump-broken/report.txt", "report.txt"), ("learned-form/blank.txt", "blank.txt"),
        ] {
            try FileManager.default.copyItem(at: samples.appending(path: sample), to: folder.appending(path: name))
        }
        return folder
    }
}
