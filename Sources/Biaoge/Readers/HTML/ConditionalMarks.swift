internal import Memory

/// Takes the marks of Word's conditional comments out of a page: `<![if !supportEmptyParas]>` and `<![endif]>`.
///
/// WHATWG HTML 13.2.5.42 makes a comment of them that ends at the first `>`; libxml2 takes them for text. What stands between two of them
/// is shown. Real comments, in which the same marks stand, are left alone.
enum ConditionalMarks {
    /// The page without the marks; the page itself when it has none.
    static func removed(from page: [UInt8]) -> [UInt8] {
        let span = page.span
        var result: [UInt8] = []
        var copied = 0
        var offset = 0
        // There are far fewer exclamation marks than tags.
        while let second = span.firstOffset(of: UInt8(ascii: "!"), from: offset + 1), second + 3 < span.count {
            offset = second - 1
            guard span[offset] == UInt8(ascii: "<") else {
                offset = second
                continue
            }
            if span[offset + 2] == .hyphen, span[offset + 3] == .hyphen {
                offset = endOfComment(from: offset + 2, span)
            } else if let end = endOfMark(at: offset, span) {
                result += page[copied..<offset]
                copied = end
                offset = end
            } else {
                offset += 2
            }
        }
        return copied == 0 ? page : result + page[copied...]
    }

    /// The offset behind `-->`, which may begin with the hyphens of `<!--`.
    private static func endOfComment(from start: Int, _ span: Span<UInt8>) -> Int {
        var offset = start
        while offset + 2 < span.count {
            if span[offset] == .hyphen, span[offset + 1] == .hyphen, span[offset + 2] == UInt8(ascii: ">") { return offset + 3 }
            offset += 1
        }
        return span.count
    }

    /// The offset behind the mark that begins at an offset; `nil` when none does.
    private static func endOfMark(at start: Int, _ span: Span<UInt8>) -> Int? {
        guard span.starts(start..<span.count, with: "<![if") || span.starts(start..<span.count, with: "<![endif") else {
            return nil
        }
        var offset = start + 5
        while offset < span.count, offset - start < 200 {
            if span[offset] == UInt8(ascii: "<") { return nil }
            if span[offset] == UInt8(ascii: ">") { return offset + 1 }
            offset += 1
        }
        return nil
    }
}
