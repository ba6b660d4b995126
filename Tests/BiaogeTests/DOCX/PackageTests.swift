import TestSupport
import Testing

@testable import Biaoge

@Suite("DOCX packages")
struct DOCXPackageTests {
    @Test(
        "the main part is found by its relationship, whatever its name and however the target is written",
        arguments: [
            ("word/document.xml", "word/document.xml"), ("word/document2.xml", "/word/document2.xml"),
            ("deep/er/text.xml", "deep\\er\\text.xml"), ("word/document.xml", "./x/../word/document.xml"),
            ("Word/Document.xml", "/word/document.xml"), ("word/正文.xml", "word/%E6%AD%A3%E6%96%87.xml"),
            ("main.xml", "main.xml"),
        ])
    func mainPart(name: String, target: String) throws {
        var builder = DOCXBuilder(paragraph("a", properties: "<w:pStyle w:val='h'/>"))
        builder.styles = "<w:style w:styleId='h'><w:name w:val='heading 1'/></w:style>"
        builder.mainPart = name
        builder.mainTarget = target
        #expect(text(try read(builder)) == ["# a"])
    }

    @Test("without relationships the content type tells the main part", arguments: ["document", "template"])
    func contentType(kind: String) throws {
        var builder = DOCXBuilder(paragraph("a"))
        builder.mainPart = "x/y.xml"
        builder.mainType = "application/vnd.ms-word.\(kind).macroEnabled.main+xml"
        #expect(text(try readPackage(StoredZip(builder.entries.filter { $0.name != "_rels/.rels" }).bytes)) == ["a"])
    }

    @Test("strict files and Flat OPC read like any other")
    func variants() throws {
        var builder = DOCXBuilder(
            paragraph("a", properties: "<w:pStyle w:val='h'/>") + table(row(cell("b", span: 2)), row(cell("c"), cell("d"))))
        builder.styles = "<w:style w:styleId='h'><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
        let flat = try FlatOPCReader.read(
            Source(bytes: builder.flat, detection: Detection(format: .flatOPC)), options: ReadingOptions())
        #expect(flat.format == .flatOPC)
        builder.isStrict = true
        for document in [flat, try read(builder)] {
            #expect(text(document) == ["### a", "[table 0]"])
            #expect(grid(document.tables[0]) == ["b 1×2", "c|d"])
        }
    }

    @Test("a package without a text is an error that says so")
    func noMainPart() throws {
        #expect(throws: ReadError.noMainPart) { try readPackage(StoredZip([StoredZip.Entry("a.txt", "x")]).bytes) }
        var sheet = DOCXBuilder("")
        sheet.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        #expect(throws: ReadError.unsupported(.xlsx)) { try read(sheet) }
        var other = DOCXBuilder("").entries
        other[2] = StoredZip.Entry("word/document.xml", "<html/>")
        #expect(throws: ReadError.noMainPart) { try readPackage(StoredZip(other).bytes) }
    }

    @Test("a name that the directory has twice is refused: nobody can say which is meant")
    func doubled() throws {
        let entries = DOCXBuilder(paragraph("a")).entries
        #expect { try readPackage(StoredZip(entries + [entries[2]]).bytes) } throws: { isDamage($0) }
    }

    @Test("a name with a NUL is that of no part, wherever others would end it")
    func nul() throws {
        var entries = DOCXBuilder(paragraph("a")).entries
        entries[2].nameBytes = Array("word/document.xml\0.txt".utf8)
        #expect(throws: ReadError.noMainPart) { try readPackage(StoredZip(entries).bytes) }
        entries.append(StoredZip.Entry("word/document.xml", DOCXBuilder(paragraph("b")).entries[2].bytes))
        #expect(text(try readPackage(StoredZip(entries).bytes)) == ["b"])
    }

    @Test("an archive that holds itself is no package")
    func quine() {
        #expect(throws: ReadError.noMainPart) { try readPackage(QuineZip.bytes) }
    }

    @Test("a wrong checksum is an error")
    func checksum() throws {
        var entries = DOCXBuilder(paragraph("a")).entries
        entries[2].checksum ^= 1
        #expect { try readPackage(StoredZip(entries).bytes) } throws: { isDamage($0) }
    }

    @Test("an encrypted entry is an error that names it")
    func encrypted() throws {
        var entries = DOCXBuilder(paragraph("a")).entries
        entries[2].flags |= 1
        #expect(throws: ReadError.encryptedEntry("word/document.xml")) { try readPackage(StoredZip(entries).bytes) }
    }

    @Test("a truncated archive is an error, wherever it ends")
    func truncated() throws {
        let bytes = DOCXBuilder(paragraph("a")).bytes
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect { try readPackage(Array(bytes[..<length])) } throws: { $0 is ReadError }
        }
    }

    @Test("any byte may be wrong: there is a document or an error, and never a crash")
    func flipped() throws {
        let bytes = DOCXBuilder(paragraph("a") + table(row(cell("b")))).bytes
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            do { _ = try readPackage(damaged) } catch { #expect(error is ReadError) }
        }
    }

    @Test("malformed XML is an error with its part and its line")
    func malformed() throws {
        #expect {
            try read("<w:p>\n\n</w:q>")
        } throws: { error in
            guard case .malformedXML("/word/document.xml", 3, _)? = error as? ReadError else { return false }
            return true
        }
    }

    @Test("a document type declaration is refused")
    func documentType() throws {
        var entries = DOCXBuilder("").entries
        entries[2] = StoredZip.Entry("word/document.xml", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>")
        #expect(throws: ReadError.documentType(part: "/word/document.xml")) { try readPackage(StoredZip(entries).bytes) }
    }

    private func isDamage(_ error: any Error) -> Bool {
        guard case .damagedZip(let reason)? = error as? ReadError else { return false }
        return reason.contains("word/document.xml")
    }
}
