/// Lays a row of headers over the row of headers below it.
///
/// A cell of the lower row is either empty, then it continues the one cell above it; or it has a text, then it is a child.
/// So each empty cell belongs to one header, and each run of texts to one header or to several side by side. Which of several
/// follows, in this order, from
/// 1. their number: as many headers as children;
/// 2. their depth: children that stand over children of their own belong together, and so do those that do not;
/// 3. repetition: the same texts again and again (结果维持 … 总计 结果维持 … 总计);
/// 4. equal shares.
enum HeaderOverChildren {
    /// The borders of `count` headers over children with these borders, or `nil` when they cannot be told.
    ///
    /// - Parameters:
    ///   - children: for each cell of the lower row, whether it is empty.
    ///   - borders: the columns on which these begin, and the one behind the last.
    ///   - texts: what stands in them.
    static func borders(count: Int, children: [Bool], borders: [Int], texts: [ArraySlice<UInt8>]) -> [Int]? {
        guard count < children.count else { return nil }
        var runs: [Range<Int>] = []
        var index = 0
        while index < children.count {
            var end = index + 1
            while !children[index], end < children.count, !children[end] { end += 1 }
            runs.append(index..<end)
            index = end
        }
        let textRuns = runs.filter { !children[$0.lowerBound] }
        let left = count - (runs.count - textRuns.count)
        guard left >= textRuns.count, textRuns.count == 1 || left == textRuns.count else { return nil }
        var result: [Int] = []
        for run in runs {
            let share = children[run.lowerBound] || left == textRuns.count ? 1 : left
            guard let starts = parts(of: run, count: share, borders: borders, texts: texts) else { return nil }
            result += starts.map { borders[$0] }
        }
        return result + [borders[children.count]]
    }

    /// Where each of `count` headers over a run of children begins.
    private static func parts(of run: Range<Int>, count: Int, borders: [Int], texts: [ArraySlice<UInt8>]) -> [Int]? {
        if count == 1 { return [run.lowerBound] }
        guard count <= run.count else { return nil }
        if count == run.count { return Array(run) }
        let isWide = run.map { borders[$0 + 1] - borders[$0] > 1 }
        let changes = run.filter { $0 == run.lowerBound || isWide[$0 - run.lowerBound] != isWide[$0 - 1 - run.lowerBound] }
        if changes.count == count { return changes }
        let repeated = run.filter { texts[$0] == texts[run.lowerBound] }
        if repeated.count == count { return repeated }
        guard run.count.isMultiple(of: count) else { return nil }
        return (0..<count).map { run.lowerBound + $0 * (run.count / count) }
    }
}
