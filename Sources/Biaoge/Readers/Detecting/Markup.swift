/// Whether text is HTML or XML, and which encoding it says it is in.
struct Markup {
    let format: Format
    let evidence: Detection.Evidence
    /// The encoding's label as it stands in the text.
    let label: String?

    /// Tells markup by its beginning. The bytes are in UTF-8 or in an encoding that shares ASCII with it.
    ///
    /// HTML is told by a document type, by a tag at the very beginning, or by a table or a body further on in the
    /// first 64 KiB: pages are pasted in pieces, and text from a form may stand in front of its first tag.
    init?(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        let head = start..<min(bytes.count, start + 4_096)
        guard !head.isEmpty else { return nil }
        if bytes[head].starts(with: "<?xml".utf8) {
            label = Self.attribute("encoding", in: bytes, head.lowerBound..<min(head.upperBound, head.lowerBound + 256))
            if let package = bytes.rangeIgnoringCase(of: "<pkg:package", in: head)
                ?? bytes.rangeIgnoringCase(of: "2006/xmlpackage", in: head)
            {
                (format, evidence) = (.flatOPC, .markup(String(decoding: bytes[package], as: UTF8.self)))
            } else if let page = bytes.rangeIgnoringCase(of: "<html", in: head)
                ?? bytes.rangeIgnoringCase(of: "<!doctype html", in: head)
            {
                (format, evidence) = (.html, .markup(String(decoding: bytes[page], as: UTF8.self)))
            } else {
                (format, evidence) = (.xml, .markup("<?xml"))
            }
            return
        }
        if bytes.rangeIgnoringCase(of: "<pkg:package", in: head)?.lowerBound == start {
            (format, evidence, label) = (.flatOPC, .markup("<pkg:package"), nil)
            return
        }
        guard let tag = Self.openingTag(bytes, at: start) ?? Self.laterTag(bytes, from: start) else { return nil }
        format = .html
        evidence = .markup(tag)
        label = Self.metaLabel(bytes, in: head)
    }

    /// The tag that stands at an offset, when it is one that pages and pieces of pages begin with.
    private static func openingTag(_ bytes: [UInt8], at start: Int) -> String? {
        guard bytes[start] == UInt8(ascii: "<") else { return nil }
        return openings.first { opening in
            bytes.rangeIgnoringCase(of: opening, in: start..<min(bytes.count, start + opening.utf8.count)) != nil
                && (opening == "<!--" || !isNameByte(bytes, at: start + opening.utf8.count))
        }
    }

    private static func laterTag(_ bytes: [UInt8], from start: Int) -> String? {
        let range = start..<min(bytes.count, start + (1 << 16))
        guard bytes[range].contains(UInt8(ascii: "<")) else { return nil }
        // Only when an element of it begins and ends: `<table` alone may be quoted in a text.
        let pairs = [("<table", "<td"), ("<table", "<tr"), ("<html", "<body"), ("<body", "</"), ("<td", "</td")]
        for (outer, inner) in pairs {
            guard let first = bytes.rangeIgnoringCase(of: outer, in: range), !isNameByte(bytes, at: first.upperBound) else {
                continue
            }
            if bytes.rangeIgnoringCase(of: inner, in: first.upperBound..<range.upperBound) != nil { return outer }
        }
        return nil
    }

    private static let openings = [
        "<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p", "<meta", "<title", "<script", "<style", "<link",
        "<h1", "<h2", "<h3", "<tr", "<td", "<th", "<tbody", "<thead", "<span", "<br", "<center", "<font", "<a", "<b", "<ul",
        "<ol",
        "<section", "<article", "<main", "<form", "<iframe", "<base", "<strong", "<img", "<!--",
    ]

    private static func isNameByte(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The label of the first `<meta>` that names one, as `charset` or inside `content` (WHATWG HTML 13.2.3.2).
    private static func metaLabel(_ bytes: [UInt8], in range: Range<Int>) -> String? {
        var from = range.lowerBound
        while let meta = bytes.rangeIgnoringCase(of: "<meta", in: from..<range.upperBound) {
            var end = meta.upperBound
            while end < range.upperBound, bytes[end] != UInt8(ascii: ">") { end += 1 }
            if let label = attribute("charset", in: bytes, meta.upperBound..<end) { return label }
            from = end
        }
        return nil
    }

    /// What stands behind `name=` in a range, quotes and white space aside.
    private static func attribute(_ name: String, in bytes: [UInt8], _ range: Range<Int>) -> String? {
        guard let found = bytes.rangeIgnoringCase(of: name, in: range) else { return nil }
        var index = found.upperBound
        func skipWhiteSpace() { while index < range.upperBound, bytes[index] <= 0x20 { index += 1 } }
        skipWhiteSpace()
        guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        skipWhiteSpace()
        if index < range.upperBound, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index += 1 }
        skipWhiteSpace()
        let start = index
        while index < range.upperBound, isNameByte(bytes, at: index) || "-_.:+".utf8.contains(bytes[index]) { index += 1 }
        return start == index ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
