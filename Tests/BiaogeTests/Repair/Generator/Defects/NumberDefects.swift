import TestSupport

@testable import Biaoge

/// Numbers written otherwise than as plain digits, and blanks written as marks.
extension Defect {
    static let numbers: [Defect] = [
        .plain("fullWidthDigits") { breaker in
            breaker.everyValue(of: breaker.anyTable()) { text, _ in
                String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
            }
        },
        .plain("spaceAround") { breaker in
            breaker.everyValue(of: breaker.anyTable()) { text, random in
                ["\u{A0}\(text)", "\(text)\u{A0} ", " \(text)", "\u{3000}\(text)"].randomElement(using: &random) ?? text
            }
        },
        .plain("thousandsSeparators") { breaker in
            breaker.everyValue(of: breaker.anyTable()) { text, _ in
                guard text.count > 3, let number = Int(text), number >= 1000 else { return text }
                return text.dropLast(3) + "," + text.suffix(3)
            }
        },
        .plain("plusSigns") { breaker in
            breaker.everyValue(of: breaker.anyTable()) { text, random in
                guard let number = Int(text), number > 0, Bool.random(using: &random) else { return text }
                return "+" + text
            }
        },
        .plain("unitInCell") { breaker in
            breaker.everyValue(of: breaker.anyTable()) { text, random in
                guard Int(text) != nil, Int.random(in: 0..<3, using: &random) == 0 else { return text }
                return text + (["件", "个", "项", "条"].randomElement(using: &random) ?? "件")
            }
        },
        .plain("moneyInCell") { $0.amountsInYuan() },
        .plain("boldNumbers") { breaker in
            guard !breaker.layout.isGrid else { return false }
            return breaker.everyValue(of: breaker.anyTable()) { text, random in
                Int.random(in: 0..<4, using: &random) == 0 ? "**\(text)**" : text
            }
        },
        .plain("blankMarks") { breaker in
            let marks =
                breaker.chance(2) ? [breaker.any(of: ["-", "/", "—", "无", "不适用", "－", "--"]) ?? "-"] : ["-", "/", "—", "无"]
            let table = breaker.anyTable()
            var isMarked = false
            for row in breaker.report.tables[table].valueRows {
                for value in breaker.report.tables[table].rows[row].values.indices
                where breaker.report.tables[table].rows[row].values[value].text.isEmpty {
                    breaker.report.tables[table].rows[row].values[value].text = breaker.any(of: marks) ?? "-"
                    isMarked = true
                }
            }
            return isMarked && breaker.report.numbers != .leftPacked
        },
    ]

    static let wrongSums: [Defect] = [1, 2, 5].map { count in
        .plain("wrong\(count)") { breaker in
            for _ in 0..<count { guard breaker.changeNumber() else { return false } }
            return true
        }
    }
}

extension Breaker {
    /// Prints a number wrong in a table with sums.
    fileprivate mutating func changeNumber() -> Bool {
        let table = chance(5) ? 2 : GeneratedReport.requests
        let places = cells(of: table) { row, cell in row.values[cell].slots.count == 1 && Int(row.values[cell].text) != nil }
        guard let (row, cell) = any(of: places) else { return false }
        let slot = report.tables[table].rows[row].values[cell].slots[0]
        let old = Int(report.tables[table].rows[row].values[cell].text) ?? 0
        var new = old + Int.random(in: 1...20, using: &random)
        if old > 0, chance(3) { new = Int.random(in: 0..<old, using: &random) }
        report.tables[table].truth[slot] = String(new)
        report.tables[table].rows[row].values[cell].text = String(new)
        report.hasWrongSums = true
        return true
    }

    /// Gives amounts their unit; one in 万元 may be printed in 元.
    fileprivate mutating func amountsInYuan() -> Bool {
        var isChanged = false
        for (row, cell) in cells(of: 0, where: { row, cell in row.values[cell].slots.count == 1 && row.values[cell].text != "" })
        {
            let slot = report.tables[0].rows[row].values[cell].slots[0]
            guard case .amount(let unit) = report.tables[0].part.slots[slot].content else { continue }
            let text = report.tables[0].rows[row].values[cell].text
            isChanged = true
            guard unit == "万元", chance(2) else {
                report.tables[0].rows[row].values[cell].text = text + (unit ?? "元")
                continue
            }
            // Another defect may have put white space around what the cell prints.
            let parts = (report.tables[0].truth[slot] ?? text).split(separator: ".")
            let decimals = parts.count > 1 ? String(parts[1]) : ""
            let yuan = String(parts[0]) + decimals + String(repeating: "0", count: 4 - decimals.count)
            report.tables[0].rows[row].values[cell].text = (Int(yuan).map(String.init) ?? yuan) + "元"
            let kept = decimals.reversed().drop { $0 == "0" }.reversed()
            report.tables[0].truth[slot] = parts[0] + (kept.isEmpty ? "" : "." + String(kept))
        }
        return isChanged
    }
}
