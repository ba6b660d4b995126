/// Follows the outermost element that marks its text, until its end.
struct OpenMark {
    /// The mark; `nil` when no element with one is open.
    private(set) var mark: TextMark?
    /// Where the marked text begins in the text of its cell or paragraph.
    private(set) var start = 0
    /// How many elements are open, the one that marks included.
    private var depth = 0

    /// An element begins: it may be the one that marks its text, from `start` on, or one inside that.
    mutating func enter(_ mark: TextMark?, at start: Int) {
        if self.mark != nil {
            depth += 1
        } else if mark != nil {
            (self.mark, self.start, depth) = (mark, start, 1)
        }
    }

    /// An element ends; answers whether it was the one that marks.
    mutating func leave() -> Bool {
        guard mark != nil else { return false }
        depth -= 1
        return depth == 0
    }

    /// The text so far is gone; what is marked begins with the text that comes.
    mutating func restart() { start = 0 }

    /// The mark ends.
    mutating func end() { mark = nil }
}
