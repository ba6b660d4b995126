import Testing

@testable import Biaoge

/// Labels that a reader of pages put into one field with those of other rows.
@Suite struct LabelLinesTests {
    private func values(_ title: String, _ lines: String) throws -> [String: Value] {
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\n\(title)\n\n\(lines)\n"
        return Dictionary(try Document(reading: Array(text.utf8)).values.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The label stands alone in the line above, and its row has no numbers there.
    @Test func aLabelThatEndsTheFieldAboveItsRowPutsItInDoubt() throws {
        let values = try values(
            "二、主动公开政府信息情况",
            """
            第二十条第（一）项
            信息内容 本年制发件数 本年废止件数 现行有效件数
            规章

            数据1 数据2 数据3
            行政规范性文件
            行政规范性文件 23 29 11
            第二十条第（五）项
            信息内容 本年处理决定数量
            行政许可

            三、收到和处理政府信息公开申请情况

            """ + PartText("requests").rows.map { $0.joined(separator: " ") }.joined(separator: "\n"))
        #expect(values["proactive.normative:issued"]?.state == .ambiguous)
    }

    /// Its own has lost its number.
    @Test func aLabelInOneFieldWithThatOfAnotherItemPutsItsRowInDoubt() throws {
        let values = try values(
            "三、收到和处理政府信息公开申请情况",
            """
            一、本年新收政府信息公开申请数量            25    12    29          11          77
            二、上年结转政府信息公开申请数量                              10                10
            （三）不予公开  1.属于国家秘密              7           9                       16
            2.其他法律法规规章禁止公开                              12    8                 20
            危及“三安全一稳定”
            4.保护第三方合法权益
            5.属于三类内部事务信息                      9     7                             16
            8.属于行政查询事项                          4     5                             9
            （四）无法提供  1.本机关不掌握相关政府信息
            2.没有现成信息需要另行制作
            （七）总计                                  25    12    29    10    8           84
            四、结转下年度继续办理                                              3           3
            """)
        #expect(values["requests.denied.security:total"]?.state == .ambiguous)
    }

    /// What stands behind the label of the group sums it up.
    @Test func aRowWhoseLabelIsALineOfAnotherIsNotPlacedByOrder() throws {
        let values = try values(
            "三、收到和处理政府信息公开申请情况",
            """
            一、本年新收政府信息公开申请數量            4     37    9     8     26    3     87
            二、上年结轉政府信息公开申請數量                  0           0                 0
            （三）不予公開  1.属于国家秘密              4     0     9     0                 13
            2.其他法律行政法規禁止公開                        6     0     0     0     0     6
            3.危及“三安全一稳定”                              11                0           11
            4.保护第三方合法权益                              0     0           12    3     15
            5.属于三类内部事務信息                                        3     0           3
            6.属于四类过程性信息                        0           0     5           0     5
            7.属于行政执法案卷                                0     0     0     0
            8.属于行政查询事項                                0                             0
            （三）不予公開  小計                        4     17    9     8     12    3     53
            （四）無法提供  1.本機關不掌握相關政府信息  0                       0     0     0
            2.没有現成信息需要另行制作                  0     0     0     0     0
            （七）總計                                  4     37    9     8     26    3     87
            四、結轉下年度继續辦理                                  0           0     0
            """)
        #expect(values["requests.denied.query:person"]?.number != "4")
    }

    /// Two rows share their cells, in which one of them has nothing.
    @Test func aLabelInOneFieldWithThatOfAnyRowPutsItsRowInDoubt() throws {
        var part = PartText("requests", other: "")
        let row = part.row("3.其他")
        part.rows[row] = ["3.其他<br>（七）总计", "8", "", "", "", "", "", "8"]
        part.rows.remove(at: row + 1)
        part.putLabelsInPlace()
        let values = try part.valuesOnPage(PartText.cells)
        #expect(values.first { $0.key == "requests.other.misc:person" }?.state == .ambiguous)
    }
}
