extension Form {
    /// The form as a form file, which ``init(reading:)`` reads back.
    public var fileText: String {
        let years = firstYear.map { " data-years=\"\($0)-\(lastYear.map(String.init) ?? "")\"" } ?? ""
        var text = """
            <!DOCTYPE html>
            <html lang="zh-CN">
              <head>
                <meta charset="utf-8"/>
                <title>\(Self.escaped(title))</title>
            \(Self.style)
              </head>
              <body data-form="\(Self.escaped(id))"\(years)>
            \(Self.help)

            """
        for part in parts { text += Self.text(of: part) }
        return text + "  </body>\n</html>\n"
    }

    private static func text(of part: Part) -> String {
        var text = "    <table data-part=\"\(escaped(part.id))\">\n"
        text += "      <caption\(attribute("also", wordings: part.otherTitles))>\(escaped(part.title))</caption>\n"
        var slots = part.slots.makeIterator()
        var cells = part.table.cells.indices.makeIterator()
        var next = cells.next()
        for row in part.rows {
            text += "      <tr\(attributes(of: row.variant))>\n"
            while let index = next, part.table.cells[index].row == row.index {
                let cell = part.table.cells[index]
                var spans = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
                if cell.rowSpan > 1 { spans += " rowspan=\"\(cell.rowSpan)\"" }
                if cell.isHeader {
                    let also = attribute("also", wordings: part.otherWordings[index] ?? [])
                    text += "        <th\(spans)\(also)>\(escaped(part.table.text(of: cell)))</th>\n"
                } else if let slot = slots.next() {
                    text += "        <td\(spans) data-key=\"\(escaped(slot.key))\"\(attributes(of: slot.content))></td>\n"
                }
                next = cells.next()
            }
            text += "      </tr>\n"
        }
        text += "    </table>\n"
        var rules: [String] = []
        for identity in part.identities where !rules.contains(identity.rule) { rules.append(identity.rule) }
        if !rules.isEmpty {
            text += "    <ul class=\"identities\">\n" + rules.map { "      <li>\(escaped($0))</li>\n" }.joined() + "    </ul>\n"
        }
        return text + "\n"
    }

    private static func attributes(of variant: Variant?) -> String {
        guard let variant else { return "" }
        return " data-variant=\"\(escaped(variant.group)):\(escaped(variant.alternative))\""
            + (variant.isOptional ? " data-optional=\"optional\"" : "")
    }

    private static func attributes(of content: Slot.Content) -> String {
        switch content {
        case .count: ""
        case .change: " data-content=\"change\""
        case .amount(let unit): " data-content=\"amount\"" + (unit.map { " data-unit=\"\(escaped($0))\"" } ?? "")
        }
    }

    private static func attribute(_ name: String, wordings: [String]) -> String {
        wordings.isEmpty ? "" : " data-\(name)=\"\(wordings.map(escaped).joined(separator: "|"))\""
    }

    /// Text for HTML. Lines of a label are joined: Chinese has no space there, other writing has one.
    private static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        let utf8 = Array(text.utf8)
        for (index, byte) in utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
            case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
            case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
            case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
            case 0x0A:
                let isLatin = index > 0 && utf8[index - 1] < 0x80 && index + 1 < utf8.count && utf8[index + 1] < 0x80
                if isLatin { escaped.append(0x20) }
            case 0x00..<0x20: escaped.append(0x20)
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Shows the keys in the cells when the file is opened in a browser.
    private static let style = """
            <style>
              body { font-family: serif; max-width: 75em; margin: 2em auto; }
              table { border-collapse: collapse; margin: 1em 0; }
              caption { font-weight: bold; text-align: left; padding: 0.5em 0; }
              th, td { border: 1px solid; padding: 0.2em 0.4em; font-weight: normal; }
              td::before { content: attr(data-key); color: gray; font: 0.6em monospace; word-break: break-all; }
              td::after { content: " " attr(data-content) " " attr(data-unit); color: teal; font: 0.6em monospace; }
              tr[data-variant] th:last-of-type::after { content: " [" attr(data-variant) " " attr(data-optional) "]"; color: teal; }
            </style>
        """

    private static let help = """
            <!--
              A form of Biaoge: the blank tables of a report. Open it in a browser to see it, edit it as text, try it with biaoge forms show FILE.

              table data-part        the table's name; its caption is the title of the section it stands in
              th                     a label: of columns, of a row, or over the rows that follow
              th, caption data-also  other wordings, parted by |
              td data-key            a value: name of the table, a dot, name of the row, a colon, name of the column
              td data-content        count (a whole number; so it is when nothing is said), change (a whole number with a sign) or
                                     amount (decimals), with data-unit the unit that the form prints
              tr data-variant        group:alternative, a row that only some reports have; of a group the first alternative is the usual one
              tr data-optional       a row that even a report of its alternative may lack
              ul class identities    the sums that hold in the table above: names of rows for every column (每列), names of columns for every
                                     row (每行), or whole keys; denied.* stands for all rows that begin with "denied."
            -->
        """
}
