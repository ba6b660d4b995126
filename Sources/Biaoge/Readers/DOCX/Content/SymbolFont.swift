/// What the signs of the old symbol fonts are in Unicode.
///
/// A `w:sym` names a font and a place in it (ECMA-376 part 1, 17.3.3.30); the fonts are Adobe's Symbol encoding and
/// Microsoft's Wingdings and Wingdings 2, as far as Unicode has their signs.
enum SymbolFont {
    /// Whether the letters of a font are signs.
    static func isSymbolic(_ font: String?) -> Bool {
        guard let font = font?.lowercased() else { return false }
        return font == "symbol" || font.utf8.starts(with: "wingdings".utf8)
    }

    /// The Unicode character at a place of a font, 0x20 to 0xFF; `nil` where there is none or the font is not known.
    static func scalar(_ place: Int, font: String) -> Unicode.Scalar? {
        switch font.lowercased() {
        case "symbol": return sign(place, in: symbol)
        case "wingdings": return sign(place, in: wingdings)
        case "wingdings 2": return wingdings2[place]
        default: return nil
        }
    }

    /// The tables hold a character for each place from 0x20 on; where a place is empty stands a space.
    private static func sign(_ place: Int, in table: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard place >= 0x20, place - 0x20 < table.count else { return nil }
        let scalar = table[place - 0x20]
        return scalar == " " && place != 0x20 ? nil : scalar
    }

    private static let symbol: [Unicode.Scalar] =
        Array(
            ##" !∀#∃%&∋()∗+,−./0123456789:;<=>?"##.unicodeScalars)
        + Array(##"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"##.unicodeScalars)
        + Array(##" αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "##.unicodeScalars)
        + Array(##"                                "##.unicodeScalars)
        + Array(##"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"##.unicodeScalars)
        + Array(##"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"##.unicodeScalars)
        + Array(##"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ "##.unicodeScalars)

    private static let wingdings: [Unicode.Scalar] =
        Array(
            ##" 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍"##.unicodeScalars)
        + Array(##"🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉"##.unicodeScalars)
        + Array(##"♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷 "##.unicodeScalars)
        + Array(##"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"##.unicodeScalars)
        + Array(##"⚫⚪🞆🞈◉◎🞋▪◻🞂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘"##.unicodeScalars)
        + Array(##"🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←"##.unicodeScalars)
        + Array(##"→↑↓🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑ "##.unicodeScalars)

    private static let wingdings2: [Int: Unicode.Scalar] = {
        var signs: [Int: Unicode.Scalar] = [
            0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "⮽", 0x54: "⮾", 0x97: "•", 0x98: "●", 0xA3: "□", 0xA2: "■",
        ]
        for number in 0...10 {
            let empty = number == 0 ? 0x24EA : 0x2460 + number - 1
            let full = number == 0 ? 0x24FF : 0x2776 + number - 1
            signs[0x69 + number] = Unicode.Scalar(empty)
            signs[0x74 + number] = Unicode.Scalar(full)
        }
        return signs
    }()
}
