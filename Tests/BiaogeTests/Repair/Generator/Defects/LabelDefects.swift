import TestSupport

@testable import Biaoge

/// Labels written otherwise than the form writes them.
extension Defect {
    static let labels: [Defect] = [
        .plain("labelSpaced") { breaker in
            breaker.everyLabel { $0.map(String.init).joined(separator: " ") }
            return true
        },
        .plain("labelSpaceInside") { breaker in
            breaker.oneLabel { text in
                guard text.count > 5 else { return nil }
                let (head, tail) = TextTable.cut(text)
                return head + " " + tail
            }
        },
        .plain("labelHalfWidth") { breaker in
            breaker.everyLabel { $0.replacing("（", with: "(").replacing("）", with: ")").replacing("，", with: ", ") }
            return true
        },
        .plain("labelNumbering") { breaker in
            let mark = breaker.any(of: ["、", "．", " ", "）", ". "]) ?? "、"
            breaker.everyLabel { text in
                guard let first = text.first, first.isNumber, text.dropFirst().first == "." else { return text }
                return "\(first)\(mark)" + text.dropFirst(2)
            }
            return true
        },
        .plain("labelNumberingLost") { breaker in
            breaker.oneLabel { text in
                guard let first = text.first, first.isNumber, text.dropFirst().first == ".", text.count > 5 else { return nil }
                return String(text.dropFirst(2))
            }
        },
        .plain("labelNote") { breaker in
            let note =
                breaker.any(of: [
                    "（指本年度发生的数量，没有的填0）", "(指各行政机关印发的有正式文号的文件)", "（设区的市、自治州人民政府应提供相关数据）", "［注1］", "①", "*",
                ]) ?? "*"
            return breaker.oneLabel { $0 + note }
        },
        .plain("headerNote") { breaker in
            let table = breaker.labelledTable()
            return breaker.oneHeader(of: table) { $0.hasPrefix("（") ? nil : $0 + "（指2018年事项数，减用负值表示，如-8）" }
        },
        .plain("labelTraditional") { breaker in
            breaker.everyLabel { String($0.map { traditional[$0] ?? $0 }) }
            return true
        },
        .plain("labelFusedCode") { breaker in
            breaker.everyLabel { $0.replacing("发", with: "發(fā)").replacing("数", with: "數(shù)") }
            return true
        },
        .plain("labelMisread") { breaker in
            breaker.oneLabel { text in
                guard text.count > 5 else { return nil }
                let at = text.index(text.startIndex, offsetBy: text.count - 2)
                return text[..<at] + "某" + text[text.index(after: at)...]
            }
        },
        .plain("labelMisreadSeen") { breaker in
            let seen = [
                ("未按收费通知", "未接收费通知"), ("其他法律行政法规禁止公开", "其他法律法规规章禁止公开"), ("过程性信息", "过程序性信息"),
                ("不再处理", "不现处理"), ("勾稽", "钩稽"),
            ]
            breaker.everyLabel { text in seen.reduce(text) { $0.replacing($1.0, with: $1.1) } }
            return true
        },
        .plain("labelTruncated") { breaker in
            let count = Int.random(in: 1...3, using: &breaker.random)
            return breaker.oneLabel { $0.count > 7 ? String($0.dropLast(count)) : nil }
        },
        .plain("boldLabel") { breaker in breaker.oneLabel { "**\($0)**" } },
        .plain("wordingOfOtherForm") { breaker in
            breaker.everyLabel { $0 == "规范性文件" ? "行政规范性文件" : $0 == "行政规范性文件" ? "规范性文件" : $0 }
            return true
        },
        .plain("quotesOtherwise") { breaker in
            breaker.everyLabel { $0.replacing("“", with: "\"").replacing("”", with: "\"") }
            return true
        },
    ]

    private static let traditional = Dictionary(
        zip("处开数总计规发现废为华业机构结转续办会组织务诉讼复议维纠审申请单质费标个无关条项项许强书", "處開數總計規發現廢為華業機構結轉續辦會組織務訴訟復議維糾審申請單質費標個無關條項項許強書"),
        uniquingKeysWith: { first, _ in first })
}
