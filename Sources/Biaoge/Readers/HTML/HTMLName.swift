internal import XML

/// The names of elements and attributes that the reader knows; every other element is inline and has its text read.
enum HTMLName: Int {
    // Tables (WHATWG HTML 4.9)
    case table, caption, thead, tbody, tfoot, tr, td, th
    // Text on lines of its own (rendering section 15.3.3: display: block)
    case address, article, aside, blockquote, body, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption, figure
    case footer, form, header, hgroup, hr, html, legend, li, main, menu, nav, ol, p, section, summary, ul
    case h1, h2, h3, h4, h5, h6
    case pre, listing, textarea
    // Inline, with a meaning
    case br, a, title, input, img, svg, select, option, sup, sub, rt, s, strike, del, span, font
    // Not shown
    case script, style, template, noscript, noframes, noembed, iframe, datalist, object, audio, video, canvas, rp
    // Attributes; `style`, `summary` and `title` are above
    case colspan, rowspan, scope, headers, hidden, role, href, start, value, type, border, color, selected, alt
    case `class`, id, media

    /// What each is called in a page.
    var text: String { String(describing: self) }

    /// The heading level of h1 to h6.
    var headingLevel: Int? {
        rawValue >= Self.h1.rawValue && rawValue <= Self.h6.rawValue ? rawValue - Self.h1.rawValue + 1 : nil
    }

    /// Whether the element's text stands on lines of its own.
    var isBlock: Bool { rawValue >= Self.address.rawValue && rawValue <= Self.textarea.rawValue }

    /// Whether the element's text is never shown.
    var isNeverShown: Bool { rawValue >= Self.script.rawValue && rawValue <= Self.rp.rawValue }

    /// Whether what the element shows is no text of the page's own, but a picture, a drawing, another page, or what a script writes.
    var isPicture: Bool {
        switch self {
        case .img, .svg, .canvas, .object, .iframe, .script: true
        default: false
        }
    }

    /// What an inline element makes of its text.
    var mark: TextMark? {
        switch self {
        // A reading or a note beside a word, which stands above it.
        case .sup, .sub, .rt: .raised
        case .s, .strike, .del: .struck
        default: nil
        }
    }

    /// Whether the element is part of a table's structure.
    var isTablePart: Bool { rawValue <= Self.th.rawValue }

    /// Whether the element counts towards the depth of a page. Inline elements and paragraphs do not: in tag soup they are left
    /// open by the thousand.
    var isStructure: Bool { rawValue <= Self.textarea.rawValue && self != .p }

    /// The names for the parser, each with its raw value as token.
    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        var token = 0
        while let name = HTMLName(rawValue: token) {
            vocabulary.add(name.text, token: token)
            token += 1
        }
        return vocabulary
    }()
}
