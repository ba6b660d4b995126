/// The numbers of section 三 and its table: what was received, how it was dealt with, what was carried forward.
///
/// In every column received + carried over = dealt with + carried forward, and in every row the applicants add up.
struct ReportRequests {
    private static let denied = [
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
        "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
    ]
    private static let unable = ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
    private static let refused = [
        "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
    ]
    private static let other = [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ]

    /// Each outcome's numbers: six kinds of applicants and their sum.
    private let outcomes: [[Int]]
    private let splitsOther: Bool
    let received: [Int]
    let carriedIn: [Int]
    private let total: [Int]
    private let carriedOut: [Int]

    init(seed: Int, splitsOther: Bool) {
        func numbers(_ row: Int) -> [Int] {
            let applicants = (0..<6).map { (row * 5 + $0 * 7 + row * $0 + seed * 3) % ($0 == 0 ? 17 : 7) }
            return applicants + [applicants.reduce(0, +)]
        }
        self.splitsOther = splitsOther
        let outcomes = (0..<(splitsOther ? 21 : 19)).map { numbers($0) }
        let total = (0..<7).map { column in outcomes.map { $0[column] }.reduce(0, +) }
        let carriedIn = numbers(40)
        let carriedOut = numbers(51)
        self.outcomes = outcomes
        self.total = total
        self.carriedIn = carriedIn
        self.carriedOut = carriedOut
        received = (0..<7).map { total[$0] + carriedOut[$0] - carriedIn[$0] }
    }

    /// The table: ten columns, three of them labels.
    func table() -> String {
        var rows = header
        rows.append([ReportCell("一、本年新收政府信息公开申请数量", 3)] + values(received))
        rows.append([ReportCell("二、上年结转政府信息公开申请数量", 3)] + values(carriedIn))
        var next = outcomes[...]
        let partial = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
        for label in ["（一）予以公开", partial] {
            rows.append(inside(ReportCell(label, 2), next.removeFirst(), isFirst: label != partial))
        }
        var groups = [("（三）不予公开", Self.denied), ("（四）无法提供", Self.unable), ("（五）不予处理", Self.refused)]
        if splitsOther { groups.append(("（六）其他处理", Self.other)) }
        for (title, items) in groups {
            for (index, item) in items.enumerated() {
                let group = ReportCell(index == 0 ? title : "", merge: index == 0 ? .restart : .proceed)
                rows.append([ReportCell("", merge: .proceed), group, ReportCell(item)] + values(next.removeFirst()))
            }
        }
        if !splitsOther { rows.append(inside(ReportCell("（六）其他处理", 2), next.removeFirst())) }
        rows.append(inside(ReportCell("（七）总计", 2), total))
        rows.append([ReportCell("四、结转下年度继续办理", 3)] + values(carriedOut))
        return ReportCell.table(rows, columns: 10)
    }

    private var header: [[ReportCell]] {
        let corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        let bodies = ["商业\n企业", "科研\n机构", "社会公益组织", "法律服务机构", "其他"]
        return [
            [ReportCell(corner, 3, merge: .restart), ReportCell("申请人情况", 7)],
            [
                ReportCell("", 3, merge: .proceed), ReportCell("自然人", merge: .restart), ReportCell("法人或其他组织", 5),
                ReportCell("总计", merge: .restart),
            ],
            [ReportCell("", 3, merge: .proceed), ReportCell("", merge: .proceed)] + bodies.map { ReportCell($0) }
                + [ReportCell("", merge: .proceed)],
        ]
    }

    private func inside(_ label: ReportCell, _ numbers: [Int], isFirst: Bool = false) -> [ReportCell] {
        [ReportCell(isFirst ? "三、本年度办理结果" : "", merge: isFirst ? .restart : .proceed), label] + values(numbers)
    }

    private func values(_ numbers: [Int]) -> [ReportCell] { numbers.map { ReportCell(String($0)) } }
}
