import Biaoge
import BiaogeArchive

/// What a run came to, for people and for the shell.
struct SummaryWords {
    private let summary: ArchiveSummary
    private let output: String
    private let language: Language

    init(_ summary: ArchiveSummary, output: String, _ language: Language) {
        self.summary = summary
        self.output = output.hasSuffix("/") ? String(output.dropLast()) : output
        self.language = language
    }

    /// 0 is no code: everything is done. 2: some documents or inputs failed, or a correction fits nothing. When every document failed, the code
    /// of the first.
    var exitCode: Int32? {
        if summary.failed > 0, summary.failed == summary.documents { return Int32(summary.firstFailureCode) }
        let failed = summary.failed > 0 || !summary.missingInputs.isEmpty || !summary.unfittingCorrections.isEmpty
        return failed ? Failure.Code.someFailed.rawValue : nil
    }

    /// The summary, a line for each thing that there is to say.
    var text: String {
        var lines = [
            language.say(
                "共 \(summary.documents) 份文档，本次读取 \(summary.read) 份；识别 \(summary.recognised) 份，修复 \(summary.repaired) 份，"
                    + "勾稽不符 \(summary.failing) 份，失败 \(summary.failed) 份",
                "\(summary.documents) documents, \(summary.read) read now; \(summary.recognised) recognised, \(summary.repaired) repaired, "
                    + "\(summary.failing) with sums that fail, \(summary.failed) failed")
        ]
        if summary.failed > 0 {
            lines.append(language.say("失败的原因见 reports.csv", "why they failed stands in reports.csv"))
        }
        let skipped = summary.skipped
        if skipped.total > 0 {
            let kinds = [
                (skipped.hidden, language.say("隐藏文件", "hidden")),
                (skipped.leftovers, language.say("办公软件和系统的临时文件", "left behind by Office or the system")),
                (skipped.links, language.say("链接", "links")), (skipped.special, language.say("管道、设备等", "pipes and devices")),
            ]
            let named = kinds.filter { $0.0 > 0 }.map { "\($1) \($0)" }.joined(separator: language.say("，", ", "))
            lines.append(
                language.say(
                    "跳过 \(skipped.total) 个不是文档的文件：\(named)", "skipped \(skipped.total) files that are no documents: \(named)"))
        }
        if summary.gone > 0 {
            lines.append(
                language.say(
                    "\(summary.gone) 份文档已不在输入中，已移出数据集",
                    "\(summary.gone) documents are no longer in the inputs and left the dataset"))
        }
        for names in summary.joinedIssuers.prefix(20) {
            lines.append(language.say("视为同一机关：", "taken as one issuer: ") + names.joined(separator: language.say("、", ", ")))
        }
        if summary.joinedIssuers.count > 20 {
            lines.append(
                language.say(
                    "另有 \(summary.joinedIssuers.count - 20) 组，见 findings.csv",
                    "and \(summary.joinedIssuers.count - 20) more, see findings.csv"))
        }
        if summary.acrossFindings > 0 {
            lines.append(
                language.say("报告之间的发现 \(summary.acrossFindings) 条", "\(summary.acrossFindings) findings between reports"))
        }
        if summary.notReported > 0 {
            lines.append(language.say("未报送 \(summary.notReported) 份", "\(summary.notReported) reports are missing"))
        }
        if summary.differences > 0 {
            lines.append(
                language.say(
                    "与汇总不一致 \(summary.differences) 处，见 against.csv",
                    "\(summary.differences) values differ from the sum, see against.csv"))
        }
        for input in summary.missingInputs { lines.append(language.say("无法打开：\(input)", "cannot be opened: \(input)")) }
        for correction in summary.unfittingCorrections {
            lines.append(language.say("更正没有对应的位置：\(correction)", "a correction fits no slot: \(correction)"))
        }
        if summary.keptTemplate {
            lines.append(
                language.say(
                    "corrections-to-fill.csv 中有未使用的填写，未改写；请用 --corrections 提交",
                    "corrections-to-fill.csv holds values that were not given to --corrections, so it was left as it is"))
        }
        lines.append(language.say("请看 \(output)/index.html", "see \(output)/index.html"))
        return lines.map { $0 + "\n" }.joined()
    }
}
