import TestSupport
import Testing

@testable import Biaoge

@Suite struct MHTMLTests {
    private let body = "<table border=3D1><tr><td>=E4=BA=8B=\r\n=E9=A1=B9</td><td>3</td></tr></table>"

    /// A message with one part.
    private func message(_ header: String, _ body: String) -> [UInt8] {
        Array(
            """
            MIME-Version: 1.0
            Content-Type: multipart/related;
            \tboundary="----=_Part_0;1"

            Not shown by programs that know MIME.
            ------=_Part_0;1
            \(header)

            \(body)
            ------=_Part_0;1
            Content-Type: image/gif
            Content-Transfer-Encoding: base64

            R0lG
            ------=_Part_0;1--

            """.replacing("\n", with: "\r\n").utf8)
    }

    private func read(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws -> Document {
        try Document(reading: bytes, options: options)
    }

    private func cells(_ document: Document) -> [String] {
        document.tables.first.map { table in table.cells.map { table.text(of: $0) } } ?? []
    }

    @Test func `a page in a message is read, whatever its body is written in`() throws {
        let type = "Content-Type: text/html; charset=\"utf-8\"\n"
        let quoted = try read(message(type + "Content-Transfer-Encoding: quoted-printable", body))
        #expect(cells(quoted) == ["事项", "3"])
        #expect(quoted.format == .mhtml)
        #expect(quoted.encoding == "UTF-8")
        let base64 = "PHRhYmxlPjx0cj48dGQ+5LqL6aG5PC90ZD48dGQ+Mzwv\ndGQ+PC90cj48L3RhYmxlPg=="
        #expect(try cells(read(message(type + "Content-Transfer-Encoding: Base64", base64))) == ["事项", "3"])
        let plain = "<table><tr><td>事项</td><td>3</td></tr></table>"
        #expect(try cells(read(message(type + "Content-Transfer-Encoding: 8bit", plain))) == ["事项", "3"])
    }

    @Test func `the header of the part names the encoding`() throws {
        let header = "Content-Type: text/html;\n charset=GB2312\nContent-Transfer-Encoding: quoted-printable"
        let document = try read(message(header, "<table><tr><td>=CA=C2=CF=EE<td>3</table>"))
        #expect(cells(document) == ["事项", "3"])
        #expect(document.encoding == "GB18030")
    }

    @Test func `a message that is a page itself, and one that was cut, are read`() throws {
        let whole = "From: <Saved by WPS>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<table><tr><td>事项<td>3</table>"
        #expect(try cells(read(Array(whole.utf8))) == ["事项", "3"])
        let cut = message("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable", body)
        let end = cut.lastRange(of: Array("</tr>".utf8), in: cut.indices)?.lowerBound ?? 0
        #expect(try cells(read(Array(cut[..<end]))) == ["事项", "3"])
    }

    /// Excel's first page is only a frame around its sheets.
    @Test func `where the first page has no table, the others are read as well`() throws {
        let frame = "<frameset><frame src=3Dsheet001.htm></frameset>"
        let sheets = "------=_Part_0;1\nContent-Type: text/html\n\n<table><tr><td>事项<td>3</table>"
        #expect(try cells(read(message("Content-Type: text/html", frame + "\n" + sheets))) == ["事项", "3"])
    }

    @Test func `only the header of a message makes one`() throws {
        #expect(Detection.of(message("Content-Type: text/html", body)).format == .mhtml)
        for text in [
            "标题\nMIME-Version: 1.0\nContent-Type: text/html\n\n", "Note: 3\n\nMIME-Version: 1.0\nContent-Type: text/html\n",
        ] {
            #expect(Detection.of(Array(text.utf8)).format != .mhtml)
        }
        #expect(throws: ReadError.noMainPart) { try read(message("Content-Type: text/plain", "3")) }
    }

    @Test func `a page may not have more text than allowed`() throws {
        var options = ReadingOptions()
        options.limits.textBytes = 20
        #expect(throws: ReadError.limit(.textBytes, found: 31, allowed: 20)) {
            try read(message("Content-Type: text/html", "<table><tr><td>事项</table>"), options)
        }
    }

    @Test func `a thousand pages are over a limit, and no cut or broken byte is a trap`() throws {
        let pages = String(repeating: "Content-Type: text/html\n\n<p>3\n------=_Part_0;1\n", count: 1_000)
        #expect(throws: ReadError.limit(.pieces, found: 977, allowed: 976)) {
            try read(message("", "\n------=_Part_0;1\n" + pages))
        }
        let whole = message("Content-Type: text/html; charset=\"gbk\"\nContent-Transfer-Encoding: quoted-printable", body)
        for end in whole.indices {
            _ = try? read(Array(whole[..<end]))
            var broken = whole
            broken[end] = [0x22, 0x3D, 0x0A, 0xFF, 0x3B, 0x3A][end % 6]
            _ = try? read(broken)
        }
    }
}
