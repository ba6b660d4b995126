internal import XML

extension Form {
    /// Reads a form file: a page of HTML, written as well-formed XML, with a table for each part.
    ///
    /// What the attributes mean is told at the head of the bundled files, `annual-report-2021.html` and `annual-report-2019.html`.
    public init(reading html: [UInt8]) throws(FormError) {
        var page = FormPage()
        do {
            // The parser takes no document type declaration; that of a page says nothing about a form.
            let bytes = Self.withoutDocumentType(html)
            try XMLParser.parse(
                &page, vocabulary: FormPage.vocabulary, limits: ParsingLimits(depth: Limits().depth), bytes: bytes.span)
        } catch let error as FormError {
            throw error
        } catch XMLError.malformed(let line, let message) {
            throw .malformed(line: line, message: message)
        } catch {
            throw .malformed(line: 1, message: "\(error)")
        }
        self = try page.form()
    }

    /// The page with its document type declaration overwritten by spaces, so that the lines keep their numbers.
    private static func withoutDocumentType(_ html: [UInt8]) -> [UInt8] {
        var bytes = html
        guard let start = bytes.firstIndex(of: UInt8(ascii: "<")), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "!"),
            start + 2 < bytes.count, bytes[start + 2] != UInt8(ascii: "-"),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return bytes }
        for index in bytes.startIndex...end where bytes[index] != 0x0A { bytes[index] = 0x20 }
        return bytes
    }
}

/// What a form file says, gathered element by element.
struct FormPage: XMLHandler {
    enum Name: Int {
        case table = 1, caption, row, header, value, item, list, title
        case form = 20, years, part, also, key, content, unit, variant, optional, columnSpan, rowSpan, kind
    }

    static let vocabulary = {
        var vocabulary = Vocabulary()
        let elements: [(String, Name)] = [
            ("table", .table), ("caption", .caption), ("tr", .row), ("th", .header), ("td", .value), ("li", .item), ("ul", .list),
            ("title", .title),
        ]
        for (name, token) in elements {
            vocabulary.add(name, token: token.rawValue)
            vocabulary.add(name, namespaces: ["http://www.w3.org/1999/xhtml"], token: token.rawValue)
        }
        let attributes: [(String, Name)] = [
            ("data-form", .form), ("data-years", .years), ("data-part", .part), ("data-also", .also), ("data-key", .key),
            ("data-content", .content), ("data-unit", .unit), ("data-variant", .variant), ("data-optional", .optional),
            ("colspan", .columnSpan), ("rowspan", .rowSpan), ("class", .kind),
        ]
        for (name, token) in attributes { vocabulary.add(name, token: token.rawValue) }
        return vocabulary
    }()

    private var id: String?
    private var years: String?
    private var title = ""
    private var parts: [FormPart] = []
    /// The part whose table is open.
    private var part: FormPart?
    private var inIdentities = false
    /// The text of the element that is open, while somebody wants it.
    private var text: [UInt8] = []
    private var titleAlso: String?

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) throws {
        if let name = element.string(Name.form.rawValue) {
            id = name
            years = element.string(Name.years.rawValue)
        }
        switch Name(rawValue: token) {
        case .table:
            guard let name = element.string(Name.part.rawValue) else { return }
            guard !parts.contains(where: { $0.id == name }) else { throw FormError.duplicatePart(name) }
            part = FormPart(id: name)
        case .row:
            let variant = element.string(Name.variant.rawValue)
            try part?.beginRow(variant: variant, isOptional: element.string(Name.optional.rawValue) != nil)
        case .header, .value:
            part?.beginCell(
                isLabel: token == Name.header.rawValue, key: element.string(Name.key.rawValue),
                content: element.string(Name.content.rawValue), unit: element.string(Name.unit.rawValue),
                also: element.string(Name.also.rawValue), columnSpan: element.integer(Name.columnSpan.rawValue) ?? 1,
                rowSpan: element.integer(Name.rowSpan.rawValue) ?? 1)
            text.removeAll(keepingCapacity: true)
        case .caption, .title:
            titleAlso = element.string(Name.also.rawValue)
            text.removeAll(keepingCapacity: true)
        case .list: inIdentities = element.string(Name.kind.rawValue) == "identities"
        case .item: text.removeAll(keepingCapacity: true)
        default: break
        }
    }

    mutating func endElement(_ token: Int) throws {
        switch Name(rawValue: token) {
        case .header, .value: try part?.endCell(text: Self.collapsed(text))
        case .caption:
            part?.title = Self.collapsed(text)
            part?.otherTitles = Self.wordings(titleAlso)
        case .title: title = Self.collapsed(text)
        case .item where inIdentities && !parts.isEmpty: parts[parts.count - 1].rules.append(Self.collapsed(text))
        case .list: inIdentities = false
        case .table:
            if let part { parts.append(part) }
            part = nil
        default: break
        }
    }

    mutating func characters(_ utf8: Span<UInt8>) throws {
        for index in utf8.indices { text.append(utf8[index]) }
    }

    /// The form, once the page has ended.
    func form() throws(FormError) -> Form {
        guard let id, !id.isEmpty else { throw .noIdentifier }
        guard !parts.isEmpty else { throw .noParts }
        var seen: Set<String> = []
        var finished: [Form.Part] = []
        for part in parts { finished.append(try part.part(keys: &seen)) }
        let years = (years ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        return Form(id: id, title: title, firstYear: years.first ?? nil, lastYear: years.last ?? nil, parts: finished)
    }

    /// Other wordings, which `|` parts.
    static func wordings(_ also: String?) -> [String] {
        (also ?? "").split(separator: "|").map(String.init)
    }

    /// Text as HTML shows it: white space at the ends is nothing, elsewhere one space.
    private static func collapsed(_ utf8: [UInt8]) -> String {
        var text: [UInt8] = []
        for byte in utf8 {
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
                if let last = text.last, last != 0x20 { text.append(0x20) }
            } else {
                text.append(byte)
            }
        }
        if text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
