import Testing

@testable import Biaoge

/// Headers that a page has wrapped over several lines, as `pdftotext -layout` and `w3m` print them.
@Suite struct HeaderPiecesTests {
    /// `pdftotext -layout`: an ideograph takes one column of the page, and each line has its own places.
    private let page = """
        三、收到和处理政府信息公开申请情况
                                  申请人情况
        （本列数据的勾稽关系为：第一项加第二项之     法人或其他组织
        和，等于第三项加第四项之和）       自然人 商业企 科研机 社会公 法律服                                    总计
                                                 其他
                                 业   构   益组织 务机构
        一、本年新收政府信息公开申请数量              7   4   1       0   0   2   14
        二、上年结转政府信息公开申请数量              0   0   2       0   0   0   2
             （一）予以公开                  7     4     2      0     0      2    15
             （七）总计                    7     4     2      0     0      2    15
        四、结转下年度继续办理                   0     0     1      0     0      0    1
        """

    private func values(_ page: String, _ row: String) throws -> [String] {
        let values = try Document(reading: Array(page.utf8)).values
        return ["person", "business", "research", "nonprofit", "legal", "other", "total"].map { key in
            values.first { $0.key == "requests.\(row):\(key)" }.map { "\($0.state.rawValue) \($0.number)" } ?? "none"
        }
    }

    @Test func piecesBelowEachOtherAreOneWord() throws {
        let table = try #require(try readDump(page, as: .spaceDump).tables.first?.fieldRows)
        #expect(
            table.texts[0] == [
                "（本列数据的勾稽关系为：第一项加第二项之\n和，等于第三项加第四项之和）", "申请人情况", "法人或其他组织", "自然人", "商业企", "业", "科研机", "构",
                "社会公", "益组织", "法律服", "务机构", "其他", "总计",
            ])
        #expect(table.rowsInColumnOrder == [0])
    }

    @Test func theColumnsAreRead() throws {
        #expect(try values(page, "received") == ["read 7", "read 4", "read 1", "read 0", "read 0", "read 2", "read 14"])
    }

    /// An escape anywhere in the source has all fields looked at; what the reader found out about the header must not be lost by it.
    @Test func escapesElsewhereChangeNothing() throws {
        let read = try values(page + "\n\n无&nbsp;", "received")
        #expect(try read == values(page, "received"))
    }

    /// What stands before a word on its line may have moved it, so that a page's order that is not the form's proves nothing.
    @Test func anotherOrderIsInDoubt() throws {
        let swapped = page.replacing("商业企 科研机", with: "科研机 商业企").replacing("业   构", with: "构   业")
        #expect(try values(swapped, "received").allSatisfy { $0 == "ambiguous " })
    }

    /// `w3m`: an ideograph takes two columns of the page, and the words stand over the values.
    @Test func ideographsTakeTwoColumns() throws {
        let page =
            page + """


                四、政府信息公开行政复议、行政诉讼情况

                行政复议                 行政诉讼
                结果 结果 其他 尚未      未经复议直接起诉         复议后起诉
                维持 纠正 结果 审结 总计 结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总
                                         维持 纠正 结果 审结      维持 纠正 结果 审结 计
                371  861  727  492  2451 6    2    19   984  1011 9    652  200  3    864
                """
        let values = try Document(reading: Array(page.utf8)).values.filter { $0.key.hasPrefix("review.") }
        #expect(values.map(\.number) == [371, 861, 727, 492, 2451, 6, 2, 19, 984, 1011, 9, 652, 200, 3, 864].map(String.init))
        #expect(values.allSatisfy { $0.state == .read })
    }

    /// On the next page the header stands again, in pieces as well, and in another order.
    @Test func aHeaderThatStandsAgainIsPutTogether() throws {
        let page = """
                                                      人  企业 机构 益组织  务机构  他
            一、本年新收政府信息公开申请数量          4   001  000  0       0       2   007
                                                            法人或其他组织
            （本列数据的勾稽关系为：第一项加第二项之和，等  社会  法律      商  科  自  总
            于第三项加第四项之和）                          公益  服务  其  业  研  然  计
                                                            组织  机构  他  企  机  人
                            2.其他法律行政法规禁止公开      0     0     0   0   000 0   0
                     理     4.无正当理由大量反复申请        0     000   000 002 0   0   2
                            5.要求行政机关确认或重新出具已  0     0     000 0   000 4   4
                     （七）总计                             000   0     2   2   0   004 8
            四、结转下年度继续办理                          0     0     0   0   000 000 0
            """
        #expect(try values(page, "rejected.excessive")[3] != "repaired 2")
    }

    /// On the next page the same header stands again, in pieces as well.
    @Test(arguments: ["", "\n", "\u{C}"])
    func rowsBelowTheSameHeaderOnTheNextPageAreRead(pageBreak: String) throws {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let again = lines[0..<9] + [Substring(pageBreak)] + lines[1..<7] + lines[9...]
        let values = try values(
            again.joined(separator: "\n").replacing("\n\n", with: pageBreak.isEmpty ? "\n" : "\n\n"), "outcome_total")
        #expect(values == ["read 7", "read 4", "read 2", "read 0", "read 0", "read 2", "read 15"])
    }

    /// Two headers with the same corner, and rows of empty cells between them: none is the other's piece.
    @Test func twoHeadersAreNotOne() throws {
        let page = """
            二、主动公开政府信息情况

            第二十条第（一）项
            信息内容 本年新制作数量 本年新公开数量 对外公开总数量
            规章
            规范性文件
            第二十条第（五）项
            信息内容 上一年项目数量 本年增/减 处理决定数量
            行政许可
            行政许可 14 3 25
            其他对外管理服务事项 12
            """
        let table = try #require(try readDump(page, as: .spaceDump).tables.first?.fieldRows)
        #expect(table.texts.map { $0[0] }.prefix(4) == ["第二十条第（一）项", "信息内容", "规章", "规范性文件"])
    }
}
