import TestSupport
import Testing

@testable import Biaoge

@Suite struct DetectionTests {
    private func format(_ text: String) -> Format { Detection.of(Array(text.utf8)).format }

    @Test(arguments: [
        ("%PDF-1.7\n", Format.pdf), ("{\\rtf1\\ansi", .rtf), ("Rar!\u{1A}\u{07}\u{0}", .rar), ("GIF89a…", .image), ("", .empty),
        (" \n\t\n", .empty), ("\u{1}\u{2}\u{3}\u{4}\u{5}abc", .unknown),
    ])
    func `a signature names the format`(text: String, format: Format) {
        #expect(self.format(text) == format)
    }

    @Test func `binary signatures name the format`() {
        #expect(Detection.of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]).format == .image)
        #expect(Detection.of([0x1F, 0x8B, 0x08, 0x00]).format == .gzip)
        #expect(Detection.of([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]).format == .sevenZip)
        let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
        #expect(Detection.of(ole).format == .ole)
        #expect(Detection.of(ole + encoded("EncryptedPackage", in: "UTF-16LE")).format == .encrypted)
    }

    /// A local header and nothing behind it, as a file that was cut has it.
    private func zip(_ names: String...) -> [UInt8] {
        names.flatMap { name in
            [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8)
        }
    }

    @Test func `the names of its entries tell what a zip container is`() {
        #expect(Detection.of(zip("[Content_Types].xml", "word/document.xml")).format == .docx)
        #expect(Detection.of(zip("[Content_Types].xml")).format == .docx)
        #expect(Detection.of(zip("[Content_Types].xml", "xl/workbook.xml")).format == .xlsx)
        #expect(Detection.of(zip("OFD.xml", "Doc_0/Document.xml")).format == .ofd)
        #expect(Detection.of(zip("柳湾镇.docx")).format == .zip)
        #expect(Detection.of(Array(zip("a").dropLast(3))).format == .zip)
    }

    @Test(arguments: [
        "<!DOCTYPE html>\n<p>x", "<HTML><body>", "\u{FEFF} <table border=1><tr><td>1", "<table>", "<div class=x>",
        "<!-- saved -->\n<html>",
        "标题\n<table>\n<tr><td>1</td></tr></table>", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC><html xmlns=''>", "<tr><td>1",
    ])
    func `pages and pieces of pages are HTML`(text: String) {
        #expect(format(text) == .html)
    }

    @Test func `a page in UTF-16 is HTML`() {
        let detection = Detection.of(encoded("<html><body><table><tr><td>甲</td></tr></table>", in: "UTF-16LE"))
        #expect(detection.format == .html)
        #expect(detection.encoding == "UTF-16LE")
    }

    @Test func `XML is Flat OPC when it is a package`() {
        #expect(
            format("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"…\">") == .flatOPC
        )
        #expect(format("<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">") == .flatOPC)
        #expect(format("<?xml version=\"1.0\"?><a/>") == .xml)
    }

    @Test(arguments: [
        ("一、总体情况\n甲\t乙\t丙\n1\t2\t3\n", Format.tabDump),
        ("\t甲\n\t乙\n\n\t1\n\t\n\n\t2\n\t3\n", .cellDump),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", .pipeDump),
        ("甲 | 乙 |\n1 | 2 |\n", .pipeDump),
        ("（一）予以公开 12 3 0 0 1 0 16\n（二）部分公开 1 0 0 0 0 0 1\n总计  1 2 3 4\n", .spaceDump),
        ((0..<12).map { "\n\($0)\n" }.joined(), .lineDump),
        ("今年以来，我镇收到申请 3 件。\n\t首先，加强组织领导。\n\n\t其次，落实责任。\n", .text),
        ("a,b,c\n1,2,3\n", .text),
        ("[\n\t{\n\t\"a\": 1,\n\t\"b\": 2,\n\t\"c\": 3\n\t}\n]", .text),
    ])
    func `the shapes of lines tell the layout`(text: String, format: Format) {
        #expect(self.format(text) == format)
    }

    /// The reader finds tables with commas in any text, so nothing may be said of them here.
    @Test func `of a text whose lines tell no layout only that is said`() {
        let detection = Detection.of(Array("a,b,c\n1,2,3\n".utf8))
        #expect(detection.evidence.first?.message(in: .english) == "no lines that tell a layout")
    }

    @Test func `what told the format is said in both languages`() {
        let detection = Detection.of(encoded("政府信息公开\t1\t2\n规范性文件\t3\t4\n", in: "GBK"))
        #expect(detection.format == .tabDump)
        #expect(detection.evidence.first?.message(in: .english) == "2 of 2 lines are shaped as in a tab-dump")
        #expect(detection.evidence.first?.message(in: .chinese) == "2 行中有 2 行是 tab-dump 的样式")
        #expect(detection.encoding == "GB18030")
    }
}
