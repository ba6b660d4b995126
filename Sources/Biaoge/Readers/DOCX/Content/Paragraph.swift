/// The paragraph that is being read.
struct Paragraph: Sendable {
    /// Its text so far, without its number.
    var text: [UInt8] = []
    /// Index of its style.
    var style: Int?
    /// The list that it states itself; 0 takes it out of the list of its style.
    var numberingID: Int?
    var numberingLevel: Int?
    /// The outline level that it states itself; 0 is the highest, 9 means body text.
    var outlineLevel: Int?
    /// Whether its mark is gone by a tracked change: then the next paragraph goes on where this one stops.
    var lacksMark = false
    /// What text boxes anchored in the paragraph hold; it stands after the paragraph.
    var followers: [Document.Block] = []

    /// The parts of a cell's text that are struck out or white.
    var marks: [MarkedText] = []

    /// Makes it ready for the next paragraph. What one without a mark left behind stays in front.
    mutating func restart() {
        if lacksMark {
            lacksMark = false
        } else {
            text.removeAll(keepingCapacity: true)
            if !marks.isEmpty { marks = [] }
            if !followers.isEmpty { followers = [] }
        }
        style = nil
        numberingID = nil
        numberingLevel = nil
        outlineLevel = nil
    }

    /// Where the text stands in ``text`` without line breaks at its ends.
    var trimmed: Range<Int> {
        var (start, end) = (0, text.count)
        while end > start, text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        while start < end, text[start] == UInt8(ascii: "\n") { start += 1 }
        return start..<end
    }
}

/// The run that is being read.
struct Run: Sendable {
    /// Whether it is hidden text (`w:vanish`), which Word does not show.
    var isHidden = false
    /// What makes its digits doubtful as part of a number.
    var mark: TextMark?
}
