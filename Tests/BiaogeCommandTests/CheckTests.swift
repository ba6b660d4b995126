import Foundation
import Testing

@Suite("check, repair, forms")
struct CheckTests {
    static let samples = Program.root.appending(path: "Samples")

    @Test("check names every sum that fails, with both sides, the difference and the place, and ends with 1")
    func failingSums() throws {
        let outcome = try Program.run(["check", "report.txt", "--lang", "en"], in: Self.samples.appending(path: "wrong-sums"))
        #expect(outcome.code == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("report.txt: fails: line ") && $0.hasSuffix("the difference is -1") })
        #expect(lines[1].contains("line 43") && lines[1].contains("（一）予以公开: 总计 37;") && lines[1].contains("= 38;"))
    }

    @Test("check ends with 0 when every sum holds, and with 1 when another input cannot be read but one fails")
    func exitCodes() throws {
        #expect(try Program.run(["check", "tab-dump/report.txt"], in: Self.samples).code == 0)
        #expect(try Program.run(["check", "no-such.txt", "wrong-sums/report.txt"], in: Self.samples).code == 1)
        #expect(try Program.run(["check", "no-such.txt", "tab-dump/report.txt"], in: Self.samples).code == 2)
    }

    @Test("what check and repair say is told in the language of the locale, or in that asked for")
    func languages() throws {
        let folder = Self.samples.appending(path: "wrong-sums")
        #expect(try Program.run(["check", "report.txt", "--lang", "zh"], in: folder).output.contains("不成立"))
        #expect(try Program.shell("LC_ALL=zh_CN.UTF-8 biaoge check report.txt", in: folder).output.contains("相差"))
        #expect(try Program.shell("LC_ALL=C LANG=zh_CN.UTF-8 biaoge check report.txt", in: folder).output.contains("fails"))
    }

    @Test("a form learned from a blank document is the sample's form, but for the sums that a person wrote")
    func learning() throws {
        let folder = Self.samples.appending(path: "learned-form")
        let learned = try Program.run(["forms", "learn", "blank.txt", "--id", "letters"], in: folder)
        let form = try String(contentsOf: folder.appending(path: "letters.html"), encoding: .utf8)
        let sums = try #require(form.range(of: "    <ul class=\"identities\">\n"))
        let end = try #require(form.range(of: "    </ul>\n"))
        #expect(learned.output == form.replacingCharacters(in: sums.lowerBound..<end.upperBound, with: ""))
    }

    @Test("an office's own form repairs its reports: pieces joined, a lost number derived by the form's own sums")
    func ownForm() throws {
        let folder = Self.samples.appending(path: "learned-form")
        let tidy = try Program.run(["convert", "filled.txt", "--form", "letters.html", "--to", "tidy"], in: folder)
        #expect(tidy.output.contains("letters,t1,t1.r5:c4,结转下年,合计,7,derived,"))
        let repair = try Program.run(["repair", "filled.txt", "--form", "letters.html", "--lang", "en"], in: folder)
        #expect(repair.output.contains("== table 1 (letters t1)"))
        #expect(repair.output.contains("| 结转下年 |    5 |    2 |    7 |"))
    }

    @Test("a form file that is none is exit 65, with the place; one that is not there exit 66")
    func badForms() throws {
        let folder = Self.samples.appending(path: "learned-form")
        let wrong = try Program.run(["convert", "filled.txt", "--form", "blank.txt", "--lang", "en"], in: folder)
        #expect(wrong.code == 65)
        #expect(wrong.errors.hasPrefix("biaoge: blank.txt: line 1: "))
        #expect(try Program.run(["forms", "show", "nothing"], in: folder).code == 66)
    }

    @Test("forms list names the bundled forms, and forms show prints one as a table or as its file")
    func showing() throws {
        let list = try Program.run(["forms", "list"]).output
        #expect(list.split(separator: "\n").map { $0.prefix(18) } == ["annual-report-2021", "annual-report-2019"])
        #expect(try Program.run(["forms", "show", "annual-report-2019"]).output.contains("| 政府集中采购"))
        let file = try Program.run(["forms", "show", "annual-report-2021", "--file"]).output
        let source = Program.root.appending(path: "Sources/Biaoge/Forms/annual-report-2021.html")
        #expect(file == (try String(contentsOf: source, encoding: .utf8)))
    }
}
