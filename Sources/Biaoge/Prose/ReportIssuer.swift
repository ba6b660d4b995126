/// Finds in a title who issued the report.
enum ReportIssuer {
    /// What a report is about; the issuer stands in front of it.
    private static let subjects = [
        "政府信息公开", "政务公开", "信息公开", "依法行政", "法治政府", "政府网站", "年度报告", "年报", "年度工作", "工作总结", "工作报告", "政府工作",
    ]
    /// What the names of offices end with.
    private static let offices = [
        "政府", "镇", "乡", "街道", "办事处", "办公室", "委员会", "管委会", "局", "厅", "部", "委", "署", "院", "县", "市", "区", "旗", "州", "省", "中心", "大队",
        "支队",
        "总队", "所", "站", "社", "会", "行", "办", "处", "队", "公司", "大学", "学院", "学校", "医院",
    ]

    /// The range of the issuer in a title without white space; `nil` when the title names none.
    static func range(in title: [UInt8]) -> Range<Int>? {
        let span = title.span
        guard let subject = subjects.compactMap({ span.firstRange(of: $0)?.lowerBound }).min() else { return nil }
        var range = 0..<subject
        if let year = ReportYear.first(in: title) {
            if year.range.lowerBound > 0, year.range.lowerBound < subject {
                range = 0..<year.range.lowerBound
            } else if year.range.upperBound <= subject {
                range = year.range.upperBound..<subject
            }
        }
        range = stripped(range, title)
        // 某某乡人民 + 政府信息公开: the office's own name ends with 政府.
        if span.ends(range, with: "人民"), span.starts(range.upperBound..<title.count, with: "政府") {
            range = range.lowerBound..<(range.upperBound + "政府".utf8.count)
        }
        // 某某镇 + 镇政府信息公开: the second 镇 belongs to what follows.
        for suffix in ["镇", "乡", "县", "市", "区"] where span.ends(range, with: suffix + suffix) {
            range = range.lowerBound..<(range.upperBound - suffix.utf8.count)
        }
        return range.isEmpty ? nil : range
    }

    /// Whether a line is nothing but the name of an office.
    static func isOffice(_ line: [UInt8]) -> Bool {
        let span = line.span
        let range = line.indices.lowerBound..<line.indices.upperBound
        guard span.scalarCount(range) >= 2, span.scalarCount(range) <= 30, ReportYear.first(in: line) == nil else { return false }
        return offices.contains { span.ends(range, with: $0) }
    }

    private static func stripped(_ range: Range<Int>, _ title: [UInt8]) -> Range<Int> {
        let span = title.span
        var range = span.trimmed(range)
        var isDone = false
        while !isDone {
            isDone = true
            for word in ["关于", "《", "（", "(", "【", "】", "：", ":", "度"] where span.starts(range, with: word) {
                range = (range.lowerBound + word.utf8.count)..<range.upperBound
                isDone = false
            }
            for word in ["关于", "的", "（", "(", "【", "】", "：", ":", "，", "开展", "落实"] where span.ends(range, with: word) {
                range = range.lowerBound..<(range.upperBound - word.utf8.count)
                isDone = false
            }
        }
        return range
    }
}
