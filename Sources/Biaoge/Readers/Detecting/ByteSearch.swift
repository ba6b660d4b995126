/// Looking for short byte sequences.
extension [UInt8] {
    /// Where `wanted` first stands in a range.
    func range(of wanted: [UInt8], in range: Range<Int>) -> Range<Int>? {
        search(wanted, in: range) { $0 }
    }

    /// Where `wanted`, which is in lower case, first stands in a range, ASCII letters in any case.
    func rangeIgnoringCase(of wanted: String, in range: Range<Int>) -> Range<Int>? {
        search(Array(wanted.utf8), in: range) { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    /// Where `wanted` last stands in a range.
    func lastRange(of wanted: [UInt8], in range: Range<Int>) -> Range<Int>? {
        var last: Range<Int>?
        var from = range.lowerBound
        while let found = self.range(of: wanted, in: from..<range.upperBound) {
            last = found
            from = found.lowerBound + 1
        }
        return last
    }

    @inline(__always) private func search(_ wanted: [UInt8], in range: Range<Int>, fold: (UInt8) -> UInt8) -> Range<Int>? {
        guard let first = wanted.first, range.count >= wanted.count else { return nil }
        let bytes = span
        for start in range.lowerBound...(range.upperBound - wanted.count) where fold(bytes[start]) == first {
            var matched = 1
            while matched < wanted.count, fold(bytes[start + matched]) == wanted[matched] { matched += 1 }
            if matched == wanted.count { return start..<(start + matched) }
        }
        return nil
    }
}
