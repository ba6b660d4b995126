internal import Biaoge

/// The table of reports, which can be searched; what is more than it holds is in reports.csv.
struct OverviewTable {
    let data: OverviewData

    var html: String {
        let isChinese = data.language == .chinese
        func say(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
        let columns = [
            say("来源", "source"), say("机关", "issuer"), say("年度", "year"), say("表式", "forms"), say("结果", "outcome"),
            say("勾稽不符", "failing"), say("缺失或不明", "open"), say("修复或推算", "repaired"),
        ]
        var html =
            "<p><input type=\"search\" id=\"search\" placeholder=\"\(say("搜索来源、机关、年度、原因", "search source, issuer, year, reason"))\">"
        html += " <span id=\"found\"></span></p><div class=\"wide\"><table id=\"reports\"><thead><tr>"
        html += columns.map { "<th>\($0)</th>" }.joined() + "</tr></thead><tbody>"
        for line in data.lines { html += row(line, say("已读", "read")) }
        html += "</tbody></table></div>"
        if data.documents > OverviewData.maximumLines {
            html +=
                "<p>"
                + say(
                    "只列出 \(OverviewData.maximumLines) 份，全部 \(data.documents) 份见 reports.csv",
                    "Only \(OverviewData.maximumLines) are listed; all \(data.documents) are in reports.csv") + "</p>"
        }
        return html
    }

    private func row(_ line: OverviewData.Line, _ read: String) -> String {
        var source = HTMLText.escaped(line.source)
        if !line.page.isEmpty { source = "<a href=\"\(HTMLText.address(line.page))\">\(source)</a>" }
        let kind = !line.isRead ? "failed" : line.failing > 0 ? "failing" : ""
        let texts = [
            source, HTMLText.escaped(line.issuer), line.year, HTMLText.escaped(line.forms),
            line.isRead ? read : HTMLText.escaped(line.reason),
        ]
        let numbers = [line.failing, line.open, line.changed]
        return "<tr class=\"\(kind)\">" + texts.enumerated().map { "<td\($0 == 2 ? " class=\"n\"" : "")>\($1)</td>" }.joined()
            + numbers.map { "<td class=\"n\">\($0 == 0 ? "" : String($0))</td>" }.joined() + "</tr>"
    }
}
