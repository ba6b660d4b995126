import ArgumentParser
import Biaoge
import Files

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(.check)

    @OptionGroup var reading: ReadingArguments

    func run() throws {
        var fails = false
        let outcome = Result {
            try reading.forEachDocument(try reading.options) { read in
                let findings = read.document.findings
                if findings.contains(where: \.isFailure) { fails = true }
                var lines = ""
                for finding in findings where finding.isFailure { lines += line(finding, of: read, level: failure) }
                for finding in findings where finding.isHint { lines += line(finding, of: read, level: hint) }
                if read.document.values.isEmpty {
                    lines += "\(read.input): \(nothing)\n"
                } else if !findings.contains(where: \.isFailure) {
                    lines += "\(read.input): \(holds)\n"
                }
                try StandardStream.output.write(Array(lines.utf8))
            }
        }
        if case .failure(let error as ExitCode) = outcome, error.rawValue == Failure.Code.cannotCreate.rawValue { throw error }
        if fails { throw ExitCode(Failure.Code.identityFails.rawValue) }
        try outcome.get()
    }

    private func line(_ finding: Finding, of read: ReadDocument, level: String) -> String {
        "\(read.input): \(level): \(finding.line(in: reading.language))\n"
    }

    private var failure: String { reading.language.say("不成立", "fails") }
    private var hint: String { reading.language.say("提示", "hint") }
    private var holds: String { reading.language.say("没有不成立的勾稽关系", "no sum fails") }
    private var nothing: String { reading.language.say("没有认出表式，无可核对", "no form was recognised; there is nothing to check") }
}
