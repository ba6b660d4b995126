/// Every way to pick one of each of several choices, the first choice changing fastest.
///
/// - Parameter counts: how many alternatives each choice has, at least 1; without any choice there is one way, the empty one.
func forEachCombination(of counts: [Int], _ body: (_ picked: [Int]) -> Void) {
    var picked = [Int](repeating: 0, count: counts.count)
    while true {
        body(picked)
        guard let next = picked.indices.first(where: { picked[$0] + 1 < counts[$0] }) else { return }
        for index in 0..<next { picked[index] = 0 }
        picked[next] += 1
    }
}
