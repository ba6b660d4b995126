internal import Biaoge

/// `index.html`: the archive at a glance, in one file that needs nothing else.
struct OverviewPage {
    let data: OverviewData
    let summary: ArchiveSummary

    /// The page.
    var html: String {
        let title = say("政府信息公开年度报告数据集", "The dataset at a glance")
        var html = "<!DOCTYPE html>\n<html lang=\"\(data.language == .chinese ? "zh-CN" : "en")\"><head><meta charset=\"utf-8\">"
        html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>\(title)</title>"
        html += "<style>\(OverviewStyle.css)</style></head><body><main><h1>\(title)</h1>"
        html += tiles
        html += section(say("各年度、各表式的报告", "Reports by year and form"), years)
        html += section(say("数值的来历", "How values were come by"), statesBars)
        html += section(say("修复与发现", "What was repaired and found"), findingBars)
        html += section(say("不成立的勾稽关系", "Sums that fail"), identityBars)
        html += section(say("各表各格的状态", "Cells by state, table by table"), heatMaps)
        html += section(say("未能读取的文档", "Documents that could not be read"), failures)
        html += section(say("报告之间", "Between reports"), between)
        html += section(say("报告清单", "The reports"), OverviewTable(data: data).html)
        html += "</main><script>\(OverviewStyle.script)</script></body></html>\n"
        return html
    }

    private func say(_ chinese: String, _ english: String) -> String { data.language == .chinese ? chinese : english }

    private func section(_ title: String, _ body: String) -> String {
        body.isEmpty ? "" : "<section><h2>\(title)</h2>\(body)</section>"
    }

    private var tiles: String {
        let tiles: [(String, Int, String)] = [
            (say("文档", "documents"), data.documents, ""), (say("识别出的报告", "recognised reports"), data.reports, ""),
            (say("有修复或推算", "repaired or derived"), data.repaired, data.repaired > 0 ? "repaired" : ""),
            (say("勾稽不符", "with sums that fail"), data.failing, data.failing > 0 ? "bad" : ""),
            (say("未能读取", "failed"), data.failed, data.failed > 0 ? "bad" : ""),
            (say("跳过的文件", "skipped files"), summary.skipped.total, ""),
        ]
        return "<div class=\"tiles\">" + tiles.map { "<div class=\"\($2)\"><b>\($1)</b><span>\($0)</span></div>" }.joined()
            + "</div>"
    }

    private var years: String {
        var forms: [String] = []
        for form in data.byYear.values.flatMap(\.keys).sorted() where !forms.contains(form) { forms.append(form) }
        let bars = data.byYear.sorted { $0.key < $1.key }.map { year, counts in
            OverviewCharts.Bar(
                label: year == .min ? say("未注明年度", "no year") : String(year),
                parts: forms.enumerated().map { (counts[$1] ?? 0, "form\($0 % 6)", title(ofForms: $1)) })
        }
        guard !bars.isEmpty else { return "" }
        return legend(forms.enumerated().map { ("form\($0 % 6)", title(ofForms: $1)) })
            + OverviewCharts.bars(bars, labelWidth: 100)
    }

    /// What people call the forms of a report, whose identifiers are parted by `;`.
    private func title(ofForms forms: String) -> String {
        forms.split(separator: ";").map { data.slots.title(ofForm: String($0)) }.joined(separator: say("、", ", "))
    }

    private var statesBars: String {
        guard data.reports > 0 else { return "" }
        let bars = Value.State.allCases.map { state in
            let word = state.word(data.language)
            return OverviewCharts.Bar(label: word, parts: [(data.states[state.index], state.rawValue, word)])
        }
        return OverviewCharts.bars(bars, labelWidth: 100)
    }

    private var findingBars: String {
        let titled = data.findings.map { kind, count in
            (Finding.Kind(rawValue: kind)?.title(in: data.language) ?? kind, count)
        }
        return counted(titled, kind: "repaired", limit: 15)
    }

    private var identityBars: String {
        counted(data.identities.map { ($0.key, $0.value) }, kind: "bad", limit: 25, labelWidth: 330)
    }

    /// Bars of the largest counts.
    private func counted(_ counts: [(String, Int)], kind: String, limit: Int, labelWidth: Int = 250) -> String {
        guard !counts.isEmpty else { return "" }
        let sorted = counts.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        var html = OverviewCharts.bars(
            sorted.prefix(limit).map { OverviewCharts.Bar(label: $0.0, parts: [($0.1, kind, $0.0)]) }, labelWidth: labelWidth)
        if sorted.count > limit {
            html +=
                "<p>"
                + say("另有 \(sorted.count - limit) 种，见 findings.csv", "\(sorted.count - limit) more kinds are in findings.csv")
                + "</p>"
        }
        return html
    }

    private var heatMaps: String {
        guard data.reports > 0 else { return "" }
        let choices = [say("缺失或不明", "missing or ambiguous"), say("修复或推算", "repaired or derived"), say("空白", "blank")]
        var html = "<p class=\"choices\">"
        for (index, choice) in choices.enumerated() {
            html +=
                "<button type=\"button\" data-choice=\"\(index)\"\(index == 0 ? " aria-pressed=\"true\"" : "")>\(choice)</button>"
        }
        html += "</p>"
        var start = 0
        let entries = data.slots.entries
        while start < entries.count {
            let end =
                entries[start...].firstIndex { $0.form != entries[start].form || $0.part != entries[start].part } ?? entries.count
            html += heatMap(start..<end)
            start = end
        }
        return html
    }

    private func heatMap(_ range: Range<Int>) -> String {
        let entries = data.slots.entries
        guard range.contains(where: { index in data.states(ofSlot: index).contains { $0 > 0 } }) else { return "" }
        var rows = Labels()
        var columns = Labels()
        let places = range.map { (rows.place(of: entries[$0].rowLabel), columns.place(of: entries[$0].columnLabel)) }
        var cells = [[OverviewCharts.Cell?]](repeating: Array(repeating: nil, count: columns.all.count), count: rows.all.count)
        for (index, (row, column)) in zip(range, places) {
            let counts = data.states(ofSlot: index)
            let total = counts.reduce(0, +)
            guard total > 0 else { continue }
            let states = Value.State.allCases.filter { counts[$0.index] > 0 }
            let names = states.map { "\($0.word(data.language)) \(counts[$0.index])" }
            func share(_ states: [Value.State]) -> Double {
                Double(states.reduce(0) { $0 + counts[$1.index] }) / Double(total)
            }
            cells[row][column] = OverviewCharts.Cell(
                title: "\(entries[index].rowLabel) × \(entries[index].columnLabel): \(names.joined(separator: ", "))",
                shares: [share([.missing, .ambiguous]), share([.repaired, .derived]), share([.blank])])
        }
        let heading =
            "<h3>\(HTMLText.escaped(data.slots.title(ofPart: entries[range.lowerBound].part))) · "
            + "\(HTMLText.escaped(data.slots.title(ofForm: entries[range.lowerBound].form)))</h3>"
        return heading + "<div class=\"wide\">" + OverviewCharts.heatMap(rows: rows.all, columns: columns.all, cells: cells)
            + "</div>"
    }

    private var failures: String {
        guard !data.reasons.isEmpty else { return "" }
        let sorted = data.reasons.sorted {
            $0.value.count != $1.value.count
                ? $0.value.count > $1.value.count : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        var html =
            "<table><thead><tr><th>\(say("原因", "reason"))</th><th>\(say("份数", "documents"))</th><th>\(say("例如", "such as"))</th></tr></thead><tbody>"
        for (reason, found) in sorted.prefix(50) {
            html +=
                "<tr><td>\(HTMLText.escaped(reason))</td><td class=\"n\">\(found.count)</td><td>\(HTMLText.escaped(found.example))</td></tr>"
        }
        return html + "</tbody></table>"
    }

    private var between: String {
        var lines: [String] = []
        if summary.acrossFindings > 0 {
            lines.append(
                say(
                    "报告之间的发现 \(summary.acrossFindings) 条，见 findings.csv",
                    "\(summary.acrossFindings) findings between reports, see findings.csv"))
        }
        if summary.notReported > 0 {
            lines.append(
                say(
                    "应报未报 \(summary.notReported) 份，见 findings.csv",
                    "\(summary.notReported) expected reports are missing, see findings.csv"))
        }
        if summary.differences > 0 {
            lines.append(
                say(
                    "与本级报告不一致 \(summary.differences) 处，见 against.csv",
                    "\(summary.differences) values differ from the report of the whole, see against.csv"))
        }
        for names in summary.joinedIssuers.prefix(100) {
            lines.append(say("视为同一机关：", "Taken as one issuer: ") + HTMLText.escaped(names.joined(separator: say("、", ", "))))
        }
        return lines.isEmpty ? "" : "<ul>" + lines.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    private func legend(_ entries: [(kind: String, name: String)]) -> String {
        "<p class=\"legend\">" + entries.map { "<span><i class=\"\($0.kind)\"></i>\(HTMLText.escaped($0.name))</span>" }.joined()
            + "</p>"
    }
}

/// Labels in the order in which they come, each once.
private struct Labels {
    private(set) var all: [String] = []
    private var places: [String: Int] = [:]
    private var last = 0

    mutating func place(of label: String) -> Int {
        last = knownPlace(of: label) ?? all.count
        if last == all.count {
            places[label] = last
            all.append(label)
        }
        return last
    }

    /// Slots come in the order of their form: mostly it is the place of the one before, or the next. (To hash a Chinese text takes longer.)
    private func knownPlace(of label: String) -> Int? {
        for place in last...(last + 1) where place < all.count && all[place] == label { return place }
        return places[label]
    }
}
