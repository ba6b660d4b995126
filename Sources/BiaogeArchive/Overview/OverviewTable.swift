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
        for line in data.lines { append(line, say("已读", "read"), to: &html) }
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

    private func append(_ line: OverviewData.Line, _ read: String, to html: inout String) {
        html += !line.isRead ? "<tr class=\"failed\">" : line.failing > 0 ? "<tr class=\"failing\">" : "<tr class=\"\">"
        html += "<td>"
        if line.page.isEmpty {
            html += HTMLText.escaped(line.source)
        } else {
            html += "<a href=\"\(HTMLText.address(line.page))\">\(HTMLText.escaped(line.source))</a>"
        }
        html += "</td><td>"
        html += HTMLText.escaped(line.issuer)
        html += "</td><td class=\"n\">"
        html += line.year
        html += "</td><td>"
        html += HTMLText.escaped(line.forms)
        html += "</td><td>"
        html += line.isRead ? read : HTMLText.escaped(line.reason)
        html += "</td>"
        for number in [line.failing, line.open, line.changed] {
            html += "<td class=\"n\">"
            if number != 0 { html += String(number) }
            html += "</td>"
        }
        html += "</tr>"
    }
}
