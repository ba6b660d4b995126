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
    mutating func setApart(_ marks: [MarkedText]) {
        for text in marks.reversed() where self[text.range].contains(where: \.isDigit) {
            let (before, after) = (self[..<text.range.lowerBound], self[text.range.upperBound...])
            switch text.mark {
            case .raised:
                guard before.last(where: { $0 > 0x20 })?.isDigit == true || after.first(where: { $0 > 0x20 })?.isDigit == true
                else {
                    continue
                }
                replaceSubrange(text.range, with: self[text.range].raised)
                continue
            case .pale: guard before.contains(where: \.isDigit) || after.contains(where: \.isDigit) else { continue }
            case .struck, .unseen: break
            }
            insert(contentsOf: "~~".utf8, at: text.range.upperBound)
            insert(contentsOf: "~~".utf8, at: text.range.lowerBound)
        }
    }
}

extension ArraySlice<UInt8> {
    /// The text with its digits raised.
    fileprivate var raised: [UInt8] {
        flatMap { $0.isDigit ? Array(raisedDigits[Int($0 - 0x30)].utf8) : [$0] }
    }
}

private let raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { String($0) }
