/// The styles part: a cell format for each ``CellStyle`` (ECMA-376 part 1, 18.8.39).
struct WorkbookStylesPart: PackagePart {
    let name = "/xl/styles.xml"
    let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

    mutating func write(to xml: inout MarkupText) -> Bool {
        let font = "<sz val=\"11\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/>"
        xml.markup("<styleSheet xmlns=\"\(Namespace.main)\">")
        xml.markup("<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>")

        // Excel keeps the first two fills for itself.
        let filled = CellStyle.allCases.compactMap(\.fill)
        xml.markup("<fills count=\"\(filled.count + 2)\"><fill><patternFill patternType=\"none\"/></fill>")
        xml.markup("<fill><patternFill patternType=\"gray125\"/></fill>")
        for colour in filled {
            xml.markup("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\(colour)\"/>")
            xml.markup("<bgColor indexed=\"64\"/></patternFill></fill>")
        }
        xml.markup("</fills>")

        let sides = ["left", "right", "top", "bottom"]
        let thin = sides.map { "<\($0) style=\"thin\"><color rgb=\"FFA6A6A6\"/></\($0)>" }.joined()
        xml.markup("<borders count=\"2\"><border>\(sides.map { "<\($0)/>" }.joined())<diagonal/></border>")
        xml.markup("<border>\(thin)<diagonal/></border></borders>")
        xml.markup("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        xml.markup("<cellXfs count=\"\(CellStyle.allCases.count)\">")
        var fill = 2
        for style in CellStyle.allCases {
            writeFormat(of: style, fill: style.fill == nil ? 0 : fill, to: &xml)
            if style.fill != nil { fill += 1 }
        }
        xml.markup("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
        xml.markup("</styleSheet>")
        return false
    }

    private func writeFormat(of style: CellStyle, fill: Int, to xml: inout MarkupText) {
        let isHeader = style == .header
        let border = style == .plain ? 0 : 1
        xml.markup("<xf numFmtId=\"\(style.isTextFormat ? 49 : 0)\" fontId=\"\(isHeader ? 1 : 0)\" fillId=\"\(fill)\" ")
        xml.markup("borderId=\"\(border)\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"")
        guard style != .plain else { return xml.markup("/>") }
        let horizontal = isHeader ? "center" : style == .text ? "left" : "right"
        xml.markup(" applyAlignment=\"1\"><alignment horizontal=\"\(horizontal)\" vertical=\"center\" wrapText=\"1\"/></xf>")
    }
}
