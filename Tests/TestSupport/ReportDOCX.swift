/// Makes the yearly report of an invented township as a .docx: its text, and the three statutory tables with their real
/// spans and numbers that add up.
public struct ReportDOCX: Sendable {
    /// Which form the tables have.
    public enum Form: Sendable {
        /// The form of 2021.
        case revised
        /// The form of 2021 with （六）其他处理 as one row, as some reports still have it.
        case revisedSingleOther
        /// The form of 2019.
        case trial
    }

    /// The township, such as 青禾县柳湾镇.
    public var place: String
    /// The year that the report is about.
    public var year: Int
    /// The form of the tables.
    public var form: Form
    /// Whether the section titles get their numbers from numbering.xml instead of having them typed.
    public var numbersHeadings = false
    /// What the numbers are made from.
    public var seed: Int

    /// A report.
    public init(place: String, year: Int, form: Form, seed: Int) {
        self.place = place
        self.year = year
        self.form = form
        self.seed = seed
    }

    /// The report as a package.
    public var builder: DOCXBuilder {
        var builder = DOCXBuilder(body)
        builder.styles = styles
        if numbersHeadings { builder.numbering = numbering }
        return builder
    }

    private var body: String {
        let requests = ReportRequests(seed: seed, splitsOther: form != .trial && form != .revisedSingleOther)
        let received = requests.received[6]
        let carried = requests.carriedIn[6]
        let texts = [
            "\(place)\(year)年共收到政府信息公开申请\(received)件，上年结转\(carried)件，均按规定办理。主动公开信息\(seed * 13 + 40)条。",
            "政务公开队伍还需加强。\(year + 1)年将组织业务培训，规范答复文书。",
            "本年度未收取信息处理费。",
        ]
        var body = paragraph("\(place)人民政府\(year)年政府信息公开工作年度报告", properties: style("a3"))
        body += paragraph("根据《中华人民共和国政府信息公开条例》编制本报告。")
        body += heading(1, "总体情况") + paragraph(texts[0])
        body += heading(2, "主动公开政府信息情况") + (form == .trial ? proactive2019 : proactive2021) + "<w:p/>"
        body += heading(3, "收到和处理政府信息公开申请情况") + requests.table() + "<w:p/>"
        body += heading(4, "政府信息公开行政复议、行政诉讼情况") + reviews + "<w:p/>"
        body += heading(5, "存在的主要问题及改进情况") + paragraph(texts[1])
        body += heading(6, "其他需要报告的事项") + paragraph(texts[2])
        return body + #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>"#
    }

    private func style(_ id: String) -> String { #"<w:pStyle w:val="\#(id)"/>"# }

    private func heading(_ number: Int, _ text: String) -> String {
        let typed = numbersHeadings ? "" : ["一", "二", "三", "四", "五", "六"][number - 1] + "、"
        return paragraph(typed + text, properties: style("1"))
    }

    private var styles: String {
        let list = numbersHeadings ? #"<w:numPr><w:numId w:val="1"/></w:numPr>"# : ""
        return #"<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>"#
            + #"<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr>\#(list)"#
            + #"<w:outlineLvl w:val="0"/></w:pPr></w:style>"#
            + #"<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/>"#
            + #"<w:pPr><w:jc w:val="center"/></w:pPr></w:style>"#
    }

    private var numbering: String {
        #"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>"#
            + #"<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>"#
            + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    }

    /// Section 二 in the form of 2021: four columns, four blocks.
    private var proactive2021: String {
        func value(_ index: Int) -> String { String(seed * 7 % 11 + index * 3 + 1) }
        func single(_ title: String, _ header: String, _ rows: [(String, String)]) -> [[ReportCell]] {
            [[ReportCell(title, 4)], [ReportCell("信息内容"), ReportCell(header, 3)]]
                + rows.map { [ReportCell($0), ReportCell($1, 3)] }
        }
        var rows: [[ReportCell]] = [
            [ReportCell("第二十条第（一）项", 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"].map { ReportCell($0) },
            ["规章", "0", "0", "0"].map { ReportCell($0) }, ["行政规范性文件", value(1), value(0), value(5)].map { ReportCell($0) },
        ]
        rows += single("第二十条第（五）项", "本年处理决定数量", [("行政许可", value(30))])
        rows += single("第二十条第（六）项", "本年处理决定数量", [("行政处罚", value(9)), ("行政强制", value(2))])
        rows += single("第二十条第（八）项", "本年收费金额（单位：万元）", [("行政事业性收费", "\(value(3)).\(seed % 9 + 1)5")])
        return ReportCell.table(rows, columns: 4)
    }

    /// Section 二 in the form of 2019: five blocks whose columns do not stand below each other.
    private var proactive2019: String {
        func value(_ index: Int) -> String { String(seed * 7 % 11 + index * 3 + 1) }
        func row(_ texts: String...) -> [ReportCell] {
            zip(texts, texts.count == 4 ? [3, 3, 3, 3] : [3, 4, 5]).map { ReportCell($0, $1) }
        }
        let rows = [
            [ReportCell("第二十条第（一）项", 12)], row("信息内容", "本年新\n制作数量", "本年新\n公开数量", "对外公开总数量"),
            row("规章", "0", "0", "0"), row("规范性文件", value(1), value(2), value(6)),
            [ReportCell("第二十条第（五）项", 12)], row("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
            row("行政许可", value(8), "-\(seed % 5 + 1)", value(40)), row("其他对外管理服务事项", value(9), "+\(seed % 4 + 1)", value(22)),
            [ReportCell("第二十条第（六）项", 12)], row("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
            row("行政处罚", value(10), "0", value(12)), row("行政强制", value(4), value(0), value(3)),
            [ReportCell("第二十条第（八）项", 12)], row("信息内容", "上一年项目数量", "本年增/减"), row("行政事业性收费", value(2), "-1"),
            [ReportCell("第二十条第（九）项", 12)], row("信息内容", "采购项目数量", "采购总金额"),
            row("政府集中采购", value(5), "\(value(50))487元"),
        ]
        return ReportCell.table(rows, columns: 12)
    }

    /// Section 四: fifteen columns, no row label.
    private var reviews: String {
        let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        var values: [ReportCell] = []
        for group in 0..<3 {
            let numbers = (0..<4).map { (seed + group * 3 + $0 * 2) % 4 }
            values += (numbers + [numbers.reduce(0, +)]).map { ReportCell(String($0)) }
        }
        let rows = [
            [ReportCell("行政复议", 5), ReportCell("行政诉讼", 10)],
            results.map { ReportCell($0, merge: .restart) } + [ReportCell("未经复议直接起诉", 5), ReportCell("复议后起诉", 5)],
            results.map { _ in ReportCell("", merge: .proceed) } + (results + results).map { ReportCell($0) }, values,
        ]
        return ReportCell.table(rows, columns: 15)
    }
}

/// One cell of a statutory table.
struct ReportCell {
    enum Merge {
        case none, restart, proceed
    }

    var text: String
    var span: Int
    var merge: Merge

    init(_ text: String, _ span: Int = 1, merge: Merge = .none) {
        self.text = text
        self.span = span
        self.merge = merge
    }

    /// The cell as WordprocessingML; lines of its text become paragraphs.
    private var xml: String {
        let merged =
            switch merge {
            case .none: ""
            case .restart: #"<w:vMerge w:val="restart"/>"#
            case .proceed: "<w:vMerge/>"
            }
        let span = span > 1 ? #"<w:gridSpan w:val="\#(span)"/>"# : ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph(String($0)) }
        return #"<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>\#(span)\#(merged)</w:tcPr>\#(lines.joined())</w:tc>"#
    }

    static func table(_ rows: [[ReportCell]], columns: Int) -> String {
        let grid = String(repeating: #"<w:gridCol w:w="800"/>"#, count: columns)
        let content = rows.map { "<w:tr>" + $0.map(\.xml).joined() + "</w:tr>" }.joined()
        return #"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>\#(grid)</w:tblGrid>\#(content)</w:tbl>"#
    }
}
