/// A paragraph with one run of text.
public func paragraph(_ text: String, properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(properties)\(run(text))</w:p>"
}

/// A run of text.
public func run(_ text: String, properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return text.isEmpty ? "" : #"<w:r>\#(properties)<w:t xml:space="preserve">\#(text)</w:t></w:r>"#
}

/// A cell with one paragraph.
public func cell(_ text: String, span: Int = 1, properties: String = "") -> String {
    let span = span > 1 ? #"<w:gridSpan w:val="\#(span)"/>"# : ""
    let properties = (span + properties).isEmpty ? "" : "<w:tcPr>\(span)\(properties)</w:tcPr>"
    return "<w:tc>\(properties)\(paragraph(text))</w:tc>"
}

/// A row of cells.
public func row(_ cells: String..., properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>"
    return "<w:tr>\(properties)\(cells.joined())</w:tr>"
}

/// A table of rows.
public func table(_ rows: String..., columns: Int = 0) -> String {
    let grid = String(repeating: "<w:gridCol/>", count: columns)
    return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl>"
}
