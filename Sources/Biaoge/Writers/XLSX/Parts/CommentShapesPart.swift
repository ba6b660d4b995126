/// The shapes in which Excel shows the comments of a sheet: a legacy VML drawing (ECMA-376 part 4, 19 and 20.5).
struct CommentShapesPart: PackagePart {
    /// The content type of VML drawings.
    static let type = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    /// Shape identifiers come in blocks of 1,024, and no two sheets share a block.
    private static let blockSize = 1_024

    let name: String
    let contentType = Self.type
    private let sheet: WorkbookSheet
    private let firstBlock: Int
    private var next = 0

    /// The shapes for a sheet; `firstBlock` is the first block of identifiers that no other sheet has, from 1.
    init(_ sheet: WorkbookSheet, number: Int, firstBlock: Int) {
        name = "/xl/drawings/vmlDrawing\(number).vml"
        self.sheet = sheet
        self.firstBlock = firstBlock
    }

    /// How many blocks of identifiers the shapes take.
    var blockCount: Int { sheet.remarks.count / Self.blockSize + 1 }

    mutating func write(to xml: inout MarkupText) -> Bool {
        if next == 0 { writeHead(to: &xml) }
        while next < sheet.remarks.count, xml.bytes.count < pieceSize {
            write(sheet.remarks[next], to: &xml)
            next += 1
        }
        guard next == sheet.remarks.count else { return true }
        xml.markup("</xml>")
        return false
    }

    private func writeHead(to xml: inout MarkupText) {
        let blocks = (firstBlock..<firstBlock + blockCount).map(String.init).joined(separator: ",")
        xml.markup("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" ")
        xml.markup("xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">")
        xml.markup("<o:idmap v:ext=\"edit\" data=\"\(blocks)\"/></o:shapelayout>")
        xml.markup("<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" ")
        xml.markup("path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
        xml.markup("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
    }

    private func write(_ remark: WorkbookSheet.Remark, to xml: inout MarkupText) {
        let identifier = firstBlock * Self.blockSize + next + 1
        // From column and offset, row and offset, to the same: beside the cell, high enough for its lines.
        let lines = remark.lines.reduce(0) { $0 + 1 + DisplayWidth.of($1) / 36 }
        let (left, top) = (remark.column + 1, max(0, remark.row - 1))
        let anchor = "\(left), 12, \(top), 6, \(left + 3), 12, \(top + min(20, lines + 1)), 6"
        xml.markup("<v:shape id=\"_x0000_s\(identifier)\" type=\"#_x0000_t202\" style=\"position:absolute;width:216pt;")
        xml.markup("height:\(min(20, lines + 1) * 15)pt;z-index:\(next + 1);visibility:hidden\" fillcolor=\"#ffffe1\" ")
        xml.markup("o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/>")
        xml.markup("<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/>")
        xml.markup("</v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>")
        xml.markup("<x:Anchor>\(anchor)</x:Anchor><x:AutoFill>False</x:AutoFill>")
        xml.markup("<x:Row>\(remark.row)</x:Row><x:Column>\(remark.column)</x:Column></x:ClientData></v:shape>")
    }
}
