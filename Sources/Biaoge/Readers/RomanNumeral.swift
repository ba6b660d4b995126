/// Roman numerals, as list numbers use them.
enum RomanNumeral {
    private static let steps = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
        (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// The number in capital letters; `nil` outside 1 to 3,999, which no numeral without a bar can show.
    static func text(_ number: Int) -> String? {
        guard number >= 1, number < 4000 else { return nil }
        var rest = number
        var text = ""
        for (value, sign) in steps {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
