extension Sequence<Int> {
    /// The number that occurs most; `nil` of nothing.
    ///
    /// - Parameter isBetter: which of two that occur equally often is it: `<` for the least, `>` for the greatest.
    func mostFrequent(ofSeveral isBetter: (Int, Int) -> Bool) -> Int? {
        var counts: [Int: Int] = [:]
        for number in self { counts[number, default: 0] += 1 }
        return counts.max { $0.value == $1.value ? isBetter($1.key, $0.key) : $0.value < $1.value }?.key
    }
}
