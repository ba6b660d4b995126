/// How an automatic number is written: the values of `ST_NumberFormat` (ECMA-376 part 1, 17.18.59).
///
/// Where a format has no sign for a number (the 21st circled number, 0 in Roman numerals) Word falls back to decimals,
/// and so does this.
enum NumberFormat: Sendable, Hashable {
    case decimal, none, bullet
    case upperRoman, lowerRoman, upperLetter, lowerLetter
    case ordinal, decimalZero, numberInDash, hex
    /// Decimals with zeros in front, so many digits (`w:format="001, 002, 003, ..."`).
    case padded(digits: Int)
    case fullWidth
    /// One sign a number, from 1; decimals beyond.
    case signs(first: Unicode.Scalar, count: Int)
    /// The signs of a cycle that begins again after its last.
    case cycle(String)
    /// Digit by digit, with these ten signs from zero on.
    case digits(String)
    /// Words for ten, hundred, thousand and ten thousand.
    case counting(EastAsianCounting)
    /// Like ``counting`` below a hundred, digit by digit from there on.
    case shortCounting(EastAsianCounting)

    /// The format of a name, or `nil` when it is not known.
    init?(name: String, custom: String? = nil) {
        switch name {
        case "decimal", "decimalHalfWidth": self = .decimal
        case "none": self = .none
        case "bullet": self = .bullet
        case "upperRoman": self = .upperRoman
        case "lowerRoman": self = .lowerRoman
        case "upperLetter": self = .upperLetter
        case "lowerLetter": self = .lowerLetter
        case "ordinal": self = .ordinal
        case "decimalZero": self = .decimalZero
        case "numberInDash": self = .numberInDash
        case "hex": self = .hex
        case "decimalFullWidth", "decimalFullWidth2": self = .fullWidth
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .signs(first: "①", count: 20)
        case "decimalEnclosedFullstop": self = .signs(first: "⒈", count: 20)
        case "decimalEnclosedParen": self = .signs(first: "⑴", count: 20)
        case "ideographEnclosedCircle": self = .signs(first: "㊀", count: 10)
        case "ideographTraditional": self = .cycle("甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": self = .cycle("子丑寅卯辰巳午未申酉戌亥")
        case "ideographDigital", "japaneseDigitalTenThousand": self = .digits("〇一二三四五六七八九")
        case "taiwaneseDigital": self = .digits("○一二三四五六七八九")
        case "koreanDigital": self = .digits("영일이삼사오육칠팔구")
        case "koreanDigital2": self = .digits("零一二三四五六七八九")
        case "chineseCounting", "taiwaneseCounting": self = .shortCounting(.simplified)
        case "chineseCountingThousand": self = .counting(.simplified)
        case "taiwaneseCountingThousand": self = .counting(.traditional)
        case "japaneseCounting": self = .counting(.japanese)
        case "chineseLegalSimplified": self = .counting(.legalSimplified)
        case "ideographLegalTraditional": self = .counting(.legalTraditional)
        case "aiueo": self = .signs(first: "ｱ", count: 45)
        case "aiueoFullWidth": self = .cycle("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
        case "irohaFullWidth": self = .cycle("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")
        case "ganada": self = .cycle("가나다라마바사아자차카타파하")
        case "chosung": self = .cycle("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
        case "russianLower": self = .cycle("абвгдежзиклмнопрстуфхцчшщыэюя")
        case "russianUpper": self = .cycle("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ")
        case "custom":
            // The first number of the pattern tells how many digits the numbers have.
            let digits = (custom ?? "").utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard digits.count > 0, digits.count <= 10 else { return nil }
            self = .padded(digits: digits.count)
        default: return nil
        }
    }

    /// A number as the format writes it.
    func text(of number: Int) -> String {
        switch self {
        case .decimal: return String(number)
        case .none, .bullet: return ""
        case .upperRoman: return RomanNumeral.text(number) ?? String(number)
        case .lowerRoman: return RomanNumeral.text(number)?.lowercased() ?? String(number)
        case .upperLetter: return letters(number, from: "A")
        case .lowerLetter: return letters(number, from: "a")
        case .ordinal: return String(number) + ordinalEnding(number)
        case .decimalZero: return padded(number, to: 2)
        case .numberInDash: return "- \(number) -"
        case .hex: return String(number, radix: 16, uppercase: true)
        case .padded(let digits): return padded(number, to: digits)
        case .fullWidth: return digitwise(number, Array("０１２３４５６７８９".unicodeScalars))
        case .signs(let first, let count):
            guard number >= 1, number <= count, let scalar = Unicode.Scalar(first.value + UInt32(number - 1)) else {
                return String(number)
            }
            return String(Character(scalar))
        case .cycle(let signs):
            guard number >= 1 else { return String(number) }
            let scalars = Array(signs.unicodeScalars)
            return String(Character(scalars[(number - 1) % scalars.count]))
        case .digits(let signs): return digitwise(number, Array(signs.unicodeScalars))
        case .counting(let counting): return counting.text(of: number) ?? String(number)
        case .shortCounting(let counting):
            guard number >= 100 else { return counting.text(of: number) ?? String(number) }
            return digitwise(number, Array("○一二三四五六七八九".unicodeScalars))
        }
    }

    private func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    private func digitwise(_ number: Int, _ signs: [Unicode.Scalar]) -> String {
        guard number >= 0 else { return String(number) }
        var text = ""
        for digit in String(number).utf8 { text.unicodeScalars.append(signs[Int(digit - UInt8(ascii: "0"))]) }
        return text
    }

    /// After z comes aa, then bb: the letter is repeated.
    private func letters(_ number: Int, from first: Unicode.Scalar) -> String {
        guard number >= 1, number <= 26 * 30, let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
            return String(number)
        }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private func ordinalEnding(_ number: Int) -> String {
        switch (number % 100, number % 10) {
        case (11...13, _): "th"
        case (_, 1): "st"
        case (_, 2): "nd"
        case (_, 3): "rd"
        default: "th"
        }
    }
}
