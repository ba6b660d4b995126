import ArgumentParser
import Biaoge
import Files

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every sum of the recognised forms.",
        discussion: """
            One line for each sum that fails, with both sides, the difference and the place; then what blank or lost cells leave \
            open, and hints, which never count as failures. Exit code 0: every sum holds; 1: at least one fails.

            Example: biaoge check reports/*.docx
            """)

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

    private var isChinese: Bool { reading.language == .chinese }
    private var failure: String { isChinese ? "不成立" : "fails" }
    private var hint: String { isChinese ? "提示" : "hint" }
    private var holds: String { isChinese ? "没有不成立的勾稽关系" : "no sum fails" }
    private var nothing: String { isChinese ? "没有认出表式，无可核对" : "no form was recognised; there is nothing to check" }
}
