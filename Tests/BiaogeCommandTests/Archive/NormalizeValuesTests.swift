import Foundation
import TestSupport
import Testing

/// Corrections, and comparisons between reports.
@Suite("normalize, values")
struct NormalizeValuesTests {
    let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-values-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch.appending(path: "in"), withIntermediateDirectories: true)
    }

    private func write(_ name: String, _ report: ReportDOCX) throws {
        try Data(report.builder.bytes).write(to: scratch.appending(path: "in/\(name)"))
    }

    @Test("a correction sets a value, says what stood before, is kept over later runs, and one that fits nothing is named")
    func corrections() throws {
        try write("a.docx", ReportDOCX(place: "青禾县柳湾镇", year: 2023, form: .revised, seed: 3))
        try write("b.docx", ReportDOCX(place: "青禾县柳湾镇", year: 2022, form: .revised, seed: 4))
        let output = scratch.appending(path: "out")
        let input = scratch.appending(path: "in")
        _ = try Dataset.make(input, output)
        let key = "requests.received:person"
        func values(_ name: String) throws -> [[String: String]] {
            try Dataset.table(output, "values.csv").filter { $0["key"] == key && $0["source"] == name }
        }
        let before = try #require(try values("a.docx").first)
        let file = scratch.appending(path: "corrections.csv")
        let header = "source,sha256,key,value,reason\n"
        try Data((header + "a.docx,,\(key),987,\"电话核实, 王\"\na.docx,,\(key.dropLast(6))other,,\n").utf8).write(to: file)
        #expect(try Dataset.make(input, output, ["--corrections", file.path]).code == 0)
        for run in 0..<2 {
            let value = try #require(try values("a.docx").first)
            #expect(value["value"] == "987" && value["state"] == "corrected", "run \(run)")
            #expect(value["note"] == "was \(before["value"] ?? "") (read): 电话核实, 王")
            #expect(try values("b.docx").first?["state"] == "read")
            // The wrong sum that the correction makes is found.
            #expect(try Dataset.table(output, "reports.csv").first?["failing"] != "0")
            #expect(try Dataset.make(input, output).code == 0)
        }
        for line in ["c.docx,,\(key),1,", "a.docx,,requests.nothing:person,1,"] {
            try Data((header + line + "\n").utf8).write(to: file)
            let outcome = try Dataset.make(input, output, ["--corrections", file.path, "--forget-corrections"])
            #expect(outcome.code == 2)
            #expect(outcome.errors.contains("a correction fits no slot"))
        }
        try Data((header + "a.docx,,\(key),1.2.3,\n").utf8).write(to: file)
        let wrong = try Dataset.make(input, output, ["--corrections", file.path])
        #expect(wrong.code == 65)
        #expect(wrong.errors.contains("line 2: 1.2.3 is no number"))
    }

    @Test("reports of one issuer are compared over the years, and who has not reported is named")
    func across() throws {
        try write("2022.docx", ReportDOCX(place: "青禾县柳湾镇", year: 2022, form: .revised, seed: 3))
        try write("2023.docx", ReportDOCX(place: "青禾县柳湾镇", year: 2023, form: .revised, seed: 4))
        try write("again.docx", ReportDOCX(place: "柳湾镇", year: 2023, form: .revised, seed: 5))
        let list = scratch.appending(path: "list.txt")
        try Data("柳湾镇\n石桥乡,2023\n".utf8).write(to: list)
        let output = scratch.appending(path: "out")
        let outcome = try Dataset.make(scratch.appending(path: "in"), output, ["--expect", list.path])
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("taken as one issuer: "))
        let findings = try Dataset.table(output, "findings.csv")
        let values = try Dataset.table(output, "values.csv")
        func number(_ source: String, _ key: String) -> String? {
            values.first { $0["source"] == source && $0["key"] == key }?["value"]
        }
        for column in ["person", "business", "research", "nonprofit", "legal", "other", "total"] {
            let before = number("2022.docx", "requests.carried_forward:\(column)")
            let now = number("2023.docx", "requests.carried_over:\(column)")
            let found = findings.contains {
                $0["source"] == "2023.docx" && $0["kind"] == "carried-over-differs"
                    && $0["key"] == "requests.carried_over:\(column)"
            }
            #expect(found == (before != now), "\(column)")
        }
        #expect(findings.filter { $0["kind"] == "reported-twice" }.map { $0["source"] } == ["again.docx"])
        #expect(findings.filter { $0["kind"] == "not-reported" }.map { $0["message"] } == ["石桥乡 has no report for 2023"])
        // A sum is of all reports of its year.
        let sums = try Dataset.table(output, "sums.csv").filter { $0["year"] == "2023" && $0["key"] == "requests.received:total" }
        let expected = ["2023.docx", "again.docx"].compactMap { number($0, "requests.received:total").flatMap(Int.init) }.reduce(
            0, +)
        #expect(sums.map { $0["value"] } == [String(expected)])
        #expect(sums.map { $0["reports"] } == ["2"])
    }

    @Test(
        "a name without a year asks whether there is any report, one with a year for that of the year; a list that cannot be read says so"
    )
    func expected() throws {
        try write("2022.docx", ReportDOCX(place: "青禾县柳湾镇", year: 2022, form: .revised, seed: 3))
        try write("2023.docx", ReportDOCX(place: "青禾县石桥乡", year: 2023, form: .revised, seed: 4))
        let list = scratch.appending(path: "list.csv")
        let output = scratch.appending(path: "out")
        func make(_ text: String, language: String = "en") throws -> Program.Outcome {
            try Data(text.utf8).write(to: list)
            let input = scratch.appending(path: "in").path
            return try Program.run(["normalize", input, "--output", output.path, "--lang", language, "--expect", list.path])
        }
        func missing() throws -> [String?] {
            try Dataset.table(output, "findings.csv").filter { $0["kind"] == "not-reported" }.map { $0["message"] }
        }
        #expect(try make("柳湾镇\r\n石桥乡\r\n清水镇\r\n").code == 0)
        #expect(try missing() == ["清水镇 has no report for any year"])
        #expect(try make("清水镇\n", language: "zh").code == 0)
        #expect(try missing() == ["清水镇 没有 任何 年度报告"])
        #expect(try make("机关,年度\n柳湾镇,2023年\n石桥乡,2023年度\n石桥乡, 2022\n").code == 0)
        #expect(try missing() == ["柳湾镇 has no report for 2023", "石桥乡 has no report for 2022"])
        let wrong = try make("机关,年度\n柳湾镇,二〇二三\n")
        #expect(wrong.code == 65)
        #expect(wrong.errors.hasSuffix("list.csv: line 2: 二〇二三 is no year; write it with four digits\n"))
        #expect(try make("\n\n").code == 65)
    }

    @Test("a report of the whole is compared with the sum, slot by slot, and is not part of it")
    func against() throws {
        let whole = ReportDOCX(place: "青禾县", year: 2023, form: .revised, seed: 9)
        try write("whole.docx", whole)
        try write("part.docx", ReportDOCX(place: "青禾县柳湾镇", year: 2023, form: .revised, seed: 9))
        let output = scratch.appending(path: "out")
        let report = scratch.appending(path: "in/whole.docx").path
        let same = try Dataset.make(scratch.appending(path: "in"), output, ["--against", report])
        #expect(same.code == 0)
        #expect(!same.errors.contains("differ"))
        try write("other.docx", ReportDOCX(place: "青禾县石桥乡", year: 2023, form: .revised, seed: 2))
        let different = try Dataset.make(scratch.appending(path: "in"), output, ["--against", report])
        #expect(different.errors.contains("values differ from the sum"))
        for row in try Dataset.table(output, "against.csv") where row["difference"] != "" {
            let parts = [row["value"], row["sum"], row["difference"]].map { Double($0 ?? "") ?? .nan }
            #expect(abs(parts[0] - parts[1] - parts[2]) < 1e-9)
        }
        #expect(try Dataset.make(scratch.appending(path: "in"), output, ["--against", "/no/such"]).code == 66)
    }
}
