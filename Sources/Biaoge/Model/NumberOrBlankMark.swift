extension Span<UInt8> {
    /// Whether a word looks like what stands in a value cell: a number with its sign, separators and unit, or a mark for none (`-` `—` `/` `无`).
    ///
    /// This is for telling columns of values from columns of words, fast and before anybody knows the form, so a mark for none counts. Which
    /// number a field prints, if it is certain, is what ``FieldMeaning`` says; there a mark for none is no value, while `3*`, `1 2` and `1O`
    /// are values in doubt.
    func isNumberOrBlankMark(_ range: Range<Int>) -> Bool {
        var digits = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = self[offset]
            if byte.isDigit {
                digits += 1
                offset += 1
            } else if byte == 0x2C || byte == 0x2E {  // , .
                guard digits > 0, offset + 1 < range.upperBound else { return false }
                offset += 1
            } else if byte == 0x2B || byte == .hyphen || byte == 0x2F {  // + - /
                guard offset == range.lowerBound else { return false }
                offset += 1
            } else if byte == 0xEF, offset + 2 < range.upperBound, self[offset + 1] == 0xBC, self[offset + 2] >= 0x90,
                self[offset + 2] <= 0x99
            {
                digits += 1
                offset += 3
            } else if let sign = fullWidthSign(at: offset, before: range.upperBound) {
                // ＋ － in front, ， ． behind a digit
                guard sign == 0x8C || sign == 0x8E ? digits > 0 : offset == range.lowerBound else { return false }
                offset += 3
            } else if digits > 0 {
                // `1.件` is the number of an item and a word.
                return self[offset - 1] != 0x2C && self[offset - 1] != 0x2E && isUnit(offset..<range.upperBound)
            } else {
                return (starts(range, with: "—") || starts(range, with: "－")) && range.count <= 6 || isNone(range)
            }
        }
        return digits > 0 || (range.count == 1 && self[range.lowerBound] != 0x2B)
    }

    /// The last byte of a full-width `＋` `，` `－` `．`, when one stands at an offset and something behind it.
    private func fullWidthSign(at offset: Int, before end: Int) -> UInt8? {
        guard offset + 3 < end, self[offset] == 0xEF, self[offset + 1] == 0xBC, (0x8B...0x8E).contains(self[offset + 2]) else {
            return nil
        }
        return self[offset + 2]
    }

    /// Whether a word is 无, which says in words that there is nothing.
    func isNone(_ range: Range<Int>) -> Bool { range.count == 3 && starts(range, with: "无") }

    /// Whether there are nothing but digits, of any width.
    func areDigits(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if self[offset].isDigit {
                offset += 1
            } else if offset + 2 < range.upperBound, self[offset] == 0xEF, self[offset + 1] == 0xBC, self[offset + 2] >= 0x90,
                self[offset + 2] <= 0x99
            {
                offset += 3
            } else {
                return false
            }
        }
        return true
    }

    /// Whether a text is a unit that a value may name itself.
    private func isUnit(_ range: Range<Int>) -> Bool {
        FieldMeaning.unitNames.contains { $0.utf8.count == range.count && starts(range, with: $0) }
    }
}
