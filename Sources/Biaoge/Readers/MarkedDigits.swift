/// What makes part of a cell's text doubtful as part of a number: it is not shown like the rest.
enum TextMark: Sendable {
    /// Raised or lowered: the mark of a note, or an exponent.
    case raised
    /// Struck through: it no longer counts, or it was corrected.
    case struck
    /// Takes its room and is not shown (`visibility: hidden`).
    case unseen
    /// White. Whether it shows depends on what is behind it, which only a browser or a printer knows.
    case pale
}

/// Text that is marked, as a range of the text around it.
struct MarkedText: Sendable {
    let mark: TextMark
    let range: Range<Int>
}

extension [UInt8] {
    /// Writes the digits from `start` on raised, so that nobody takes them for digits of the number beside them.
    mutating func raiseDigits(from start: Int) {
        guard start < count else { return }
        replaceSubrange(start..., with: self[start...].raised)
    }

    /// Sets digits apart that are marked: raised ones beside others are written raised; those that are struck out or not seen, and white
    /// ones beside others, stand between `~~`, which strikes text out in Markdown.
    ///
    /// - Parameter marks: the marked parts, from left to right.
    mutating func setApart(_ marks: [MarkedText]) {
        let digits = count(where: \.isDigit)
        var result: [UInt8] = []
        var copied = 0
        for text in marks {
            let own = self[text.range].count(where: \.isDigit)
            guard own > 0, text.range.lowerBound >= copied else { continue }
            result += self[copied..<text.range.lowerBound]
            copied = text.range.upperBound
            switch text.mark {
            case .raised: result += isBesideDigit(text.range) ? self[text.range].raised : Array(self[text.range])
            case .pale where own == digits: result += self[text.range]
            case .pale, .struck, .unseen: result += Array("~~".utf8) + self[text.range] + Array("~~".utf8)
            }
        }
        result += self[copied...]
        self = result
    }

    /// Whether a digit of any width, or a mark for none, stands before a range, or a digit behind it, a few blanks aside.
    private func isBesideDigit(_ range: Range<Int>) -> Bool {
        let before = self[..<range.lowerBound].suffix(8).filter { $0 > 0x20 }
        let after = self[range.upperBound...].prefix(8).first { $0 > 0x20 }
        let wide = before.suffix(3)
        let isWide = wide.starts(with: [0xEF, 0xBC]) && wide.last.map { $0 >= 0x90 && $0 <= 0x99 } == true
        return before.last?.isDigit == true || isWide || FieldMeaning(before[...]) == .blankMark || after?.isDigit == true
    }
}

extension ArraySlice<UInt8> {
    /// The text with its digits raised.
    fileprivate var raised: [UInt8] {
        flatMap { $0.isDigit ? Array(raisedDigits[Int($0 - 0x30)].utf8) : [$0] }
    }
}

private let raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { String($0) }
