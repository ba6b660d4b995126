/// Tells tables that only arrange a page from tables that hold data.
///
/// The rules, in order; the first that fits decides:
/// 1. Numbers: with two rows and two columns, and at least three cells that hold nothing but a number, it is data. No other
///    sign is as sure, and a data table taken for layout would be lost from csv.
/// 2. `role=presentation` or `role=none` (WAI-ARIA 1.2, 5.4): a frame, unless there are headers.
/// 3. Metadata: at least three labels of a page's own description (索引号, 发布机构, 成文日期 …), and no more than five other
///    cells for each: furniture.
/// 4. Headers (`th`, `thead`, `caption`, `scope`, `headers`): data, unless it holds other tables in at least half of its cells.
/// 5. No text at all: a frame when it holds tables, else furniture.
/// 6. Holds other tables, and has one row or one column, or holds them in at least half of its filled cells: a frame.
/// 7. Navigation: at least three quarters of the text are links: furniture.
/// 8. A single cell: a frame around its text.
/// 9. Anything else is data.
enum LayoutTable {
    /// What a table is there for.
    enum Purpose {
        /// It holds data.
        case data
        /// It puts the page's content in its places; that content belongs to the page.
        case frame
        /// It is part of the site, not of the document: navigation, the box that describes the page, a spacer.
        case furniture

        /// The kind in the model, which does not part the two that are no data.
        var kind: Table.Kind { self == .data ? .data : .layout }
    }

    static func purpose(of table: Table, _ facts: TableFacts) -> Purpose {
        if table.rowCount > 1, table.columnCount > 1, facts.numberCells >= 3 { return .data }
        if facts.isPresentational, !facts.hasHeaders { return .frame }
        if isMetadata(table) { return .furniture }
        let holdsMany = facts.nestingCells > 0 && facts.nestingCells * 2 >= facts.filledCells
        if facts.hasHeaders { return holdsMany ? .frame : .data }
        if facts.textBytes == 0 { return facts.nestingCells > 0 ? .frame : .furniture }
        if facts.nestingCells > 0, holdsMany || table.rowCount == 1 || table.columnCount == 1 { return .frame }
        if facts.nestingCells == 0, facts.linkBytes * 4 >= facts.textBytes * 3 { return .furniture }
        return table.cells.count == 1 ? .frame : .data
    }

    /// The labels of the box that describes a page of a government site: 政府信息公开 catalogues have them since 2008, in this
    /// wording or near it.
    private static let metadataLabels: Set<String> = [
        "索引号", "索取号", "信息索引号", "发布机构", "发文机关", "发文单位", "发布单位", "公开机构", "公开主体", "责任部门", "信息来源", "来源",
        "发布日期", "发布时间", "公开日期", "公开时间", "成文日期", "生成日期", "生效日期", "废止日期", "发文日期", "信息分类", "主题分类", "体裁分类",
        "公开目录", "所属类别", "文号", "发文字号", "文件编号", "公文种类", "名称", "信息名称", "标题", "关键词", "主题词", "有效性", "时效性",
        "公开方式", "公开范围", "公开形式", "公开时限", "语种", "内容概述", "内容概要", "组配分类", "服务对象", "载体类型", "浏览次数",
    ]

    private static func isMetadata(_ table: Table) -> Bool {
        guard table.cells.count <= 64 else { return false }
        var labels = 0
        var others = 0
        for cell in table.cells where !table.isEmpty(cell) {
            let found = self.labels(in: table.text(of: cell))
            labels += found
            if found == 0 { others += 1 }
        }
        return labels >= 3 && others <= labels * 5
    }

    /// How many labels a text has: it is one, or has one before a colon, once or more.
    private static func labels(in text: String) -> Int {
        guard text.utf8.count <= 600 else { return 0 }
        var found = 0
        for line in text.split(whereSeparator: \.isNewline) {
            let compact = String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.properties.isWhitespace }))
            let label = compact.unicodeScalars.prefix { $0 != ":" && $0 != "：" }
            let bare = label.drop { $0 == "[" || $0 == "【" || $0 == "·" }.prefix { $0 != "]" && $0 != "】" }
            if metadataLabels.contains(String(String.UnicodeScalarView(bare))) { found += 1 }
        }
        return found
    }
}
