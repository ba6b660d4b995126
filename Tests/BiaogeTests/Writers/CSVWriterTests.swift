import Testing

@testable import Biaoge

@Suite("CSV writer")
struct CSVWriterTests {
    @Test("a spanning cell stands once at its top-left position")
    func spans() throws {
        let table = try Sample.table([["a", "<", "b"], ["c", "d", "^"]])
        #expect(try Sample.write(Sample.document(table), as: .csv).text == "a,,b\nc,d,\n")
    }

    @Test("fields with delimiters, quotes and line breaks are quoted, quotes doubled")
    func quoting() throws {
        let table = try Sample.table([["a,b", "say \"x\"", "two\nlines", "re\rturn", " plain;"]])
        #expect(
            try Sample.write(Sample.document(table), as: .csv).text
                == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"re\rturn\", plain;\n")
        var options = WritingOptions()
        options.delimiter = UInt8(ascii: ";")
        #expect(try Sample.write(Sample.document(table), as: .csv, options: options).text.hasPrefix("a,b;"))
        #expect(try Sample.write(Sample.document(table), as: .csv, options: options).text.hasSuffix(";\" plain;\"\n"))
    }

    @Test("tables are parted by an empty line, and an empty cell that is a whole row is quoted so that it parts nothing")
    func several() throws {
        let one = try Sample.table([["a"], [""], ["b"]])
        let two = try Sample.table([["c", "d"]])
        #expect(try Sample.write(Sample.document(one, two), as: .csv).text == "a\n\"\"\nb\n\nc,d\n")
        #expect(try Sample.write(Sample.document(one, two), as: .csv, flushSize: 1).text == "a\n\"\"\nb\n\nc,d\n")
    }

    @Test("layout tables are left out unless asked for, by name or by number")
    func layout() throws {
        var one = try Sample.table([["menu"]])
        one.kind = .layout
        let document = Sample.document(one, try Sample.table([["c", "d"]]))
        #expect(try Sample.write(document, as: .csv).text == "c,d\n")
        var options = WritingOptions()
        options.allTables = true
        #expect(try Sample.write(document, as: .csv, options: options).text == "menu\n\nc,d\n")
        options.table = 1
        #expect(try Sample.write(document, as: .csv, options: options).text == "menu\n")
        options.table = 3
        let (text, findings) = try Sample.write(document, as: .csv, options: options)
        #expect(text.isEmpty)
        #expect(findings.map(\.kind) == [.noSuchTable])
    }

    @Test("the same header in the next document is not written again")
    func oneHeader() throws {
        let one = Sample.document(try Sample.table([["name", "n"], ["a", "1"]], headerRows: 1))
        let two = Sample.document(try Sample.table([["name", "n"], ["b", "2"]], headerRows: 1))
        let other = Sample.document(try Sample.table([["name", "m"], ["c", "3"]], headerRows: 1))
        #expect(try Sample.write(one, two, as: .csv).text == "name,n\na,1\nb,2\n")
        #expect(try Sample.write(one, other, as: .csv).text == "name,n\na,1\n\nname,m\nc,3\n")
    }

    @Test("numbers stand as the value has them; derived, missing and ambiguous cells are empty, with a finding each")
    func values() throws {
        let document = try Sample.report()
        let (text, findings) = try Sample.write(document, as: .csv)
        #expect(text == "信息内容,甲,乙,丙,丁\n规章,1024,,,\n")
        #expect(findings.map(\.kind) == [.derivedWithheld, .missingWithheld, .ambiguousWithheld])
        #expect(findings.first?.place == Place(table: 0, row: 1, column: 2))
        var options = WritingOptions()
        options.derived = true
        #expect(try Sample.write(document, as: .csv, options: options).text == "信息内容,甲,乙,丙,丁\n规章,1024,5,,\n")
    }

    @Test("a byte order mark stands once in front, when asked for")
    func byteOrderMark() throws {
        var options = WritingOptions()
        options.byteOrderMark = true
        let document = Sample.document(try Sample.table([[""], ["b"]]))
        #expect(try Sample.write(document, document, as: .csv, options: options).text == "\u{FEFF}\"\"\nb\n\n\"\"\nb\n")
    }

    @Test("safe puts an apostrophe before what a spreadsheet would run, and leaves numbers alone")
    func safe() throws {
        var options = WritingOptions()
        let table = try Sample.table([["=1+1", "+1036", "-11", "-2.5", "-x", "@a", "+", "=\"a\"", "1-2", "-1.2.3"]])
        #expect(try Sample.write(Sample.document(table), as: .csv, options: options).text.hasPrefix("=1+1,"))
        options.safe = true
        #expect(
            try Sample.write(Sample.document(table), as: .csv, options: options).text
                == "'=1+1,+1036,-11,-2.5,'-x,'@a,'+,\"'=\"\"a\"\"\",1-2,'-1.2.3\n")
    }
}
