/// The pictures of the overview, drawn as SVG inside the page.
enum OverviewCharts {
    /// A bar with its parts, each with a class that gives it its colour.
    struct Bar {
        var label: String
        var parts: [(value: Int, kind: String, name: String)]
        var total: Int { parts.reduce(0) { $0 + $1.value } }
    }

    /// Horizontal bars, one below another, all on one scale.
    static func bars(_ bars: [Bar], labelWidth: Int = 190, width: Int = 720) -> String {
        let largest = max(1, bars.map(\.total).max() ?? 1)
        let rowHeight = 26
        let room = width - labelWidth - 70
        var svg =
            "<svg viewBox=\"0 0 \(width) \(bars.count * rowHeight + 4)\" role=\"img\" class=\"bars\" style=\"max-width:\(width)px\">"
        for (index, bar) in bars.enumerated() {
            let top = index * rowHeight + 2
            svg +=
                "<text x=\"\(labelWidth - 8)\" y=\"\(top + 16)\" text-anchor=\"end\">\(HTMLText.escaped(shortened(bar.label, labelWidth)))"
            svg += "<title>\(HTMLText.escaped(bar.label))</title></text>"
            var x = Double(labelWidth)
            for part in bar.parts where part.value > 0 {
                // A part that is there is seen, however small.
                let length = max(1.5, Double(part.value) / Double(largest) * Double(room))
                svg +=
                    "<rect x=\"\(decimal(x))\" y=\"\(top + 3)\" width=\"\(decimal(length))\" height=\"18\" class=\"\(part.kind)\">"
                svg += "<title>\(HTMLText.escaped(part.name)) \(part.value)</title></rect>"
                x += length
            }
            svg += "<text x=\"\(decimal(x + 6))\" y=\"\(top + 16)\" class=\"number\">\(bar.total)</text>"
        }
        return svg + "</svg>"
    }

    /// One cell of a heat map.
    struct Cell {
        var title: String
        /// For each picture that can be chosen, the share from 0 to 1.
        var shares: [Double]
    }

    /// A grid of cells with labels for its rows and columns; columns without a label share the one before.
    static func heatMap(rows: [String], columns: [String], cells: [[Cell?]]) -> String {
        let labelWidth = 330
        let cellWidth = columns.count > 8 ? 46 : 84
        let rowHeight = 22
        let head = 22
        let width = labelWidth + columns.count * cellWidth + 4
        var svg =
            "<svg viewBox=\"0 0 \(width) \(head + rows.count * rowHeight + 4)\" role=\"img\" class=\"heat\" style=\"max-width:\(width)px\">"
        for (index, label) in columns.enumerated() {
            let x = labelWidth + index * cellWidth + cellWidth / 2
            let shown = HTMLText.escaped(shortened(lastPart(label), cellWidth + 4))
            svg += "<text x=\"\(x)\" y=\"15\" text-anchor=\"middle\">\(shown)"
            svg += "<title>\(HTMLText.escaped(label))</title></text>"
        }
        for (row, label) in rows.enumerated() {
            let top = head + row * rowHeight
            svg +=
                "<text x=\"\(labelWidth - 8)\" y=\"\(top + 15)\" text-anchor=\"end\">\(HTMLText.escaped(shortened(lastPart(label), labelWidth)))"
            svg += "<title>\(HTMLText.escaped(label))</title></text>"
            for (column, cell) in cells[row].enumerated() {
                guard let cell else { continue }
                let x = labelWidth + column * cellWidth
                let shares = cell.shares.map { decimal($0, places: 3) }.joined(separator: " ")
                let area = "x=\"\(x + 1)\" y=\"\(top + 1)\" width=\"\(cellWidth - 2)\" height=\"\(rowHeight - 2)\""
                svg += "<rect \(area) class=\"cell\"/><rect \(area) class=\"share\" "
                svg += "data-shares=\"\(shares)\" fill-opacity=\"\(decimal(shade(cell.shares.first ?? 0), places: 3))\">"
                svg += "<title>\(HTMLText.escaped(cell.title))</title></rect>"
            }
        }
        return svg + "</svg>"
    }

    /// How dark a share is: what is there at all is seen.
    private static func shade(_ share: Double) -> Double { share == 0 ? 0 : 0.15 + 0.85 * share }

    /// A number with few decimals, for coordinates.
    private static func decimal(_ number: Double, places: Int = 1) -> String {
        let scale = places == 1 ? 10.0 : 1000.0
        let scaled = Int((number * scale).rounded())
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(scale))
        var digits = String(rest)
        while digits.utf8.count < places { digits = "0" + digits }
        return rest == 0 ? String(whole) : "\(whole).\(digits)"
    }

    /// The innermost of a slot's labels.
    static func lastPart(_ label: String) -> String {
        // 本年增/减 is one label; between two there are spaces as well.
        let text = label.utf8.span
        var start = 0
        for index in text.indices.dropFirst().dropLast() where text[index] == UInt8(ascii: "/") {
            if text[index - 1] == UInt8(ascii: " "), text[index + 1] == UInt8(ascii: " ") { start = index + 2 }
        }
        return start == 0 ? label : String(Substring(label.utf8.dropFirst(start)))
    }

    /// A label cut to a width; Chinese characters are twice as wide as Latin letters.
    private static func shortened(_ label: String, _ width: Int) -> String {
        var left = Double(width - 12)
        var text = ""
        for character in label.unicodeScalars {
            left -= character.value < 0x2E80 ? 6.8 : 12.6
            if left < 0 { return text + "…" }
            text.unicodeScalars.append(character)
        }
        return text
    }
}
