/// The parts of a workbook, in the order in which they are written.
struct WorkbookPackage {
    /// The parts, without the content types, which only a zip has.
    let parts: [any PackagePart]

    init(_ workbook: Workbook) {
        var parts: [any PackagePart] = [
            RelationshipsPart(
                name: "/_rels/.rels",
                relationships: [.init(id: "rId1", type: "officeDocument", target: "xl/workbook.xml")]),
            WorkbookPart(sheetNames: workbook.sheets.map(\.name)),
            RelationshipsPart(name: "/xl/_rels/workbook.xml.rels", relationships: Self.relationships(of: workbook)),
            WorkbookStylesPart(),
        ]
        var shapeIdentifiers = 1
        for (index, sheet) in workbook.sheets.enumerated() {
            let number = index + 1
            parts.append(SheetPart(sheet, number: number))
            guard !sheet.remarks.isEmpty else { continue }
            parts.append(
                RelationshipsPart(
                    name: "/xl/worksheets/_rels/sheet\(number).xml.rels",
                    relationships: [
                        .init(id: SheetPart.shapesIdentifier, type: "vmlDrawing", target: "../drawings/vmlDrawing\(number).vml"),
                        .init(id: "rId2", type: "comments", target: "../comments\(number).xml"),
                    ]))
            parts.append(CommentsPart(sheet.remarks, number: number))
            let shapes = CommentShapesPart(sheet, number: number, firstBlock: shapeIdentifiers)
            shapeIdentifiers += shapes.blockCount
            parts.append(shapes)
        }
        self.parts = parts
    }

    private static func relationships(of workbook: Workbook) -> [RelationshipsPart.Relationship] {
        let sheets = workbook.sheets.indices.map { index in
            RelationshipsPart.Relationship(
                id: "rId\(index + 1)", type: "worksheet", target: "worksheets/sheet\(index + 1).xml")
        }
        return sheets + [.init(id: "rId\(sheets.count + 1)", type: "styles", target: "styles.xml")]
    }
}
