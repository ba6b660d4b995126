import Testing

@testable import Biaoge

/// Two reports in one file, or last year's numbers behind this year's: the first is read, and nothing of the second gets into it.
@Suite struct RepeatedTablesTests {
    private static let labels = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
        "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
        "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "（七）总计", "四、结转下年度继续办理",
    ]

    private func table(_ number: Int, without lost: Set<Int> = []) -> String {
        let rows = Self.labels.indices.filter { !lost.contains($0) }.map { index in
            Self.labels[index] + "\t" + (index < 3 || index > 14 ? "\(number)\t0\t0\t0\t0\t0\t\(number)" : "0\t0\t0\t0\t0\t0\t0")
        }
        return (["自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"] + rows).joined(separator: "\n")
    }

    private func received(_ text: String) throws -> (value: String, findings: [Finding]) {
        let document = try Document(reading: Array(text.utf8))
        let value = document.values.first { $0.key == "requests.received:person" }
        return (value.map { "\($0.state.rawValue) \($0.number)" } ?? "none", document.findings)
    }

    @Test func theFirstOfTwoIsRead() throws {
        let (value, findings) = try received(
            "三、收到和处理政府信息公开申请情况\n\n\(table(3))\n\n以下为其他数据。\n\n\(table(8))\n")
        #expect(value == "read 3")
        #expect(findings.filter { $0.kind == .otherReport }.map(\.place.line) == [24])
    }

    /// What the first has lost is not taken from the second.
    @Test func whatTheFirstLostStaysLost() throws {
        let text = "三、收到和处理政府信息公开申请情况\n\n\(table(3, without: [15, 16]))\n\n以下为其他数据。\n\n\(table(8))\n"
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.carried_forward:person" }?.number == "")
    }

    /// Rows that all stand twice, one below the other, are one table.
    @Test func doubledRowsAreNoSecondReport() throws {
        let doubled = table(3).split(separator: "\n").flatMap { [$0, $0] }.joined(separator: "\n")
        let (value, findings) = try received("三、收到和处理政府信息公开申请情况\n\n\(doubled)\n")
        #expect(value == "read 3")
        #expect(!findings.contains { $0.kind == .otherReport })
    }

    @Test(arguments: ["\t", "\n"]) func aSummaryInFrontIsLeftAside(separator: String) throws {
        let summary = (["项目\t全县合计"] + Self.labels.map { "\($0)\t87" }).joined(separator: "\n")
        let tables = "\(summary)\n\n\(table(3))\n".replacing("\t", with: separator)
        let (value, findings) = try received("三、收到和处理政府信息公开申请情况\n\n\(tables)")
        #expect(value == "read 3")
        #expect(findings.contains { $0.kind == .otherReport })
    }

    /// What has words of the form over it is no summary, whatever it has lost.
    @Test func aTableOfTotalsIsNone() throws {
        let summary = (["项目\t总计"] + Self.labels.map { "\($0)\t87" }).joined(separator: "\n")
        let (value, _) = try received("三、收到和处理政府信息公开申请情况\n\n\(summary)\n\n\(table(3))\n")
        #expect(value != "read 3")
    }
}
