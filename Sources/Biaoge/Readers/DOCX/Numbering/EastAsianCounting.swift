/// Numbers in words, as Chinese and Japanese write them: 一百零三, 壹佰零叁, 百三.
struct EastAsianCounting: Sendable, Hashable {
    private let digits: String
    private let units: String
    private let tenThousand: String
    /// Written where a place is empty between others; nothing in Japanese.
    private let gap: String
    /// Whether 十 alone means ten, up to 十九.
    private let leavesOneBeforeTen: Bool
    /// Whether 百 and 千 alone mean a hundred and a thousand.
    private let leavesOneBeforeHundred: Bool

    /// 一百零三
    static let simplified = EastAsianCounting(
        digits: "零一二三四五六七八九", units: "十百千", tenThousand: "万", gap: "零", leavesOneBeforeTen: true, leavesOneBeforeHundred: false)
    /// 一百零三, with the traditional 萬
    static let traditional = EastAsianCounting(
        digits: "零一二三四五六七八九", units: "十百千", tenThousand: "萬", gap: "零", leavesOneBeforeTen: true, leavesOneBeforeHundred: false)
    /// 百三
    static let japanese = EastAsianCounting(
        digits: "〇一二三四五六七八九", units: "十百千", tenThousand: "万", gap: "", leavesOneBeforeTen: true, leavesOneBeforeHundred: true)
    /// 壹佰零叁
    static let legalSimplified = EastAsianCounting(
        digits: "零壹贰叁肆伍陆柒捌玖", units: "拾佰仟", tenThousand: "萬", gap: "零", leavesOneBeforeTen: false,
        leavesOneBeforeHundred: false)
    /// 壹佰零參
    static let legalTraditional = EastAsianCounting(
        digits: "零壹貳參肆伍陸柒捌玖", units: "拾佰仟", tenThousand: "萬", gap: "零", leavesOneBeforeTen: false,
        leavesOneBeforeHundred: false)

    /// The number in words, or `nil` beyond 99,999,999 and below zero.
    func text(of number: Int) -> String? {
        guard number >= 0, number < 100_000_000 else { return nil }
        if number == 0 { return String(digits.prefix(1)) }
        let (upper, lower) = (number / 10_000, number % 10_000)
        guard upper > 0 else { return group(lower, isFirst: true) }
        let needsGap = lower > 0 && lower < 1_000
        return group(upper, isFirst: true) + tenThousand + (needsGap ? gap : "")
            + (lower == 0 ? "" : group(lower, isFirst: false))
    }

    /// Up to four digits.
    private func group(_ number: Int, isFirst: Bool) -> String {
        let signs = Array(digits)
        let names = Array(units)
        var text = ""
        var rest = number
        var hasGap = false
        for place in [3, 2, 1, 0] {
            let value = [1, 10, 100, 1_000][place]
            let digit = rest / value
            rest %= value
            guard digit > 0 else {
                hasGap = !text.isEmpty && rest > 0
                continue
            }
            if hasGap { text += gap }
            hasGap = false
            let isAlone =
                digit == 1 && (place == 1 ? leavesOneBeforeTen && text.isEmpty && isFirst : place > 1 && leavesOneBeforeHundred)
            let isJapaneseTen = digit == 1 && place == 1 && leavesOneBeforeHundred
            if !isAlone && !isJapaneseTen { text.append(signs[digit]) }
            if place > 0 { text.append(names[place - 1]) }
        }
        return text
    }
}
