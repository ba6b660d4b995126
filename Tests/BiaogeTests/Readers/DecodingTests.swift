import TestSupport
import Testing

@testable import Biaoge

@Suite struct DecodingTests {
    static let report = "柳湾镇2024年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》，现将有关情况报告如下：\n"
    static let traditional = "臺北市政府公開資訊年度報告\n根據有關規定，現將本年度的工作情況說明如下：我們在這個地方\n"

    private func text(_ decoding: Decoding) -> String { String(decoding: decoding.utf8, as: UTF8.self) }

    @Test(arguments: [
        ("UTF-8", report), ("UTF-16LE", report), ("UTF-16BE", report), ("GB18030", report), ("Big5", traditional),
    ])
    func `each encoding is told without a label`(name: String, text: String) throws {
        let decoding = try Decoding(encoded(text, in: name), named: nil, label: nil)
        #expect(decoding.encoding.name == name)
        #expect(self.text(decoding) == text)
        #expect(decoding.findings.isEmpty)
    }

    @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE"])
    func `a byte order mark tells the encoding and goes`(name: String) throws {
        let decoding = try Decoding(encoded("\u{FEFF}甲\t1\n", in: name), named: nil, label: nil)
        #expect(decoding.encoding.name == name)
        #expect(text(decoding) == "甲\t1\n")
    }

    @Test(arguments: ["甲：", "信息公开", "沭阳县", "规章", "（一）予以公开\t3\n"])
    func `a few simplified characters are enough for GB18030`(text: String) throws {
        #expect(try Decoding(encoded(text, in: "GB18030"), named: nil, label: nil).encoding == .gb18030)
    }

    @Test(arguments: ["資訊公開的報告", "（一）予以公開\t3\n", "這是我們的"])
    func `a few traditional characters are enough for Big5`(text: String) throws {
        let decoding = try Decoding(encoded(text, in: "BIG5"), named: nil, label: nil)
        #expect(decoding.encoding == .big5)
        #expect(self.text(decoding) == text)
    }

    @Test func `traditional characters in GB18030 are not taken for Big5`() throws {
        #expect(try Decoding(encoded(Self.traditional, in: "GB18030"), named: nil, label: nil).encoding == .gb18030)
    }

    @Test func `a character of four bytes is GB18030`() throws {
        let text = "㐂𠮷" + Self.report
        let decoding = try Decoding(encoded(text, in: "GB18030"), named: nil, label: nil)
        #expect(self.text(decoding) == text)
        #expect(decoding.findings.isEmpty)
    }

    @Test(arguments: ["gb2312", "GBK", "x-gbk", "GB_2312-80"])
    func `labels of the GB family mean GB18030`(label: String) throws {
        let decoding = try Decoding(encoded("镕堃" + Self.report, in: "GB18030"), named: nil, label: label)
        #expect(text(decoding).hasPrefix("镕堃柳湾"))
        #expect(decoding.findings.isEmpty)
        #expect(decoding.evidence == [.label(label)])
    }

    @Test func `a label that the bytes contradict is a finding`() throws {
        let gbk = try Decoding(encoded(Self.report, in: "GBK"), named: nil, label: "utf-8")
        #expect(gbk.encoding == .gb18030)
        #expect(gbk.findings == [Finding(.wrongEncodingLabel, "utf-8", "GB18030")])
        let utf8 = try Decoding(Array(Self.report.utf8), named: nil, label: "gbk")
        #expect(utf8.encoding == .utf8)
        #expect(utf8.findings == [Finding(.wrongEncodingLabel, "gbk", "UTF-8")])
        let latin = try Decoding(encoded(Self.report, in: "GBK"), named: nil, label: "iso-8859-1")
        #expect(latin.encoding == .gb18030)
        let big5 = try Decoding(encoded(Self.traditional, in: "BIG5"), named: nil, label: "gb2312")
        #expect(big5.encoding == .big5)
    }

    @Test func `the caller's encoding overrides what the bytes tell`() throws {
        let decoding = try Decoding([0xB5, 0xC4], named: "big5", label: "gbk")
        #expect(decoding.encoding == .big5)
        #expect(decoding.evidence == [.named("big5")])
        #expect(throws: ReadError.unknownEncoding("klingon")) { try Decoding([0x41], named: "klingon", label: nil) }
        #expect(throws: ReadError.undecodable(encoding: "UTF-8", offset: 0)) {
            try Decoding(encoded(Self.report, in: "GBK"), named: "utf-8", label: nil)
        }
    }

    @Test func `line ends of every kind become LF, spaces of every kind stay`() throws {
        let decoding = try Decoding(Array("a\r\nb\rc\nd\u{85}e\u{2028}f\r\r\n\u{A0}\u{3000}g".utf8), named: nil, label: nil)
        #expect(text(decoding) == "a\nb\nc\nd\ne\nf\n\n\u{A0}\u{3000}g")
    }

    @Test func `NUL goes with a finding`() throws {
        let decoding = try Decoding(Array("甲\u{0}乙\u{0}\n".utf8), named: nil, label: nil)
        #expect(text(decoding) == "甲乙\n")
        #expect(decoding.findings == [Finding(.nulInText, "2")])
    }

    @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE"])
    func `text cut in the middle of a character loses only that character`(name: String) throws {
        let decoding = try Decoding(Array(encoded(Self.report + "\n甲", in: name).dropLast()), named: nil, label: nil)
        #expect(decoding.encoding.name == name)
        #expect(text(decoding) == Self.report + "\n")
        #expect(decoding.findings.map(\.kind) == [.cutCharacter])
    }

    @Test func `UTF-8 with a damaged place stays UTF-8`() throws {
        var bytes = Array((Self.report + Self.report).utf8)
        bytes[40] = 0xFF
        let decoding = try Decoding(bytes, named: nil, label: nil)
        #expect(decoding.encoding == .utf8)
        #expect(decoding.findings.map(\.kind) == [.undecodableBytes])
        #expect(text(decoding).contains("\u{FFFD}"))
        #expect(text(decoding).hasSuffix(Self.report))
    }

    @Test func `bytes of no known encoding are read with a finding`() throws {
        let decoding = try Decoding([0x63, 0x61, 0x66, 0xE9, 0x20, 0xE0, 0x0A], named: nil, label: nil)
        #expect(text(decoding) == "café à\n")
        #expect(decoding.findings.map(\.kind) == [.uncertainEncoding])
    }

    @Test func `clean UTF-8 is handed on without a copy`() throws {
        let bytes = Array(Self.report.utf8)
        let decoding = try Decoding(bytes, named: nil, label: nil)
        let same = unsafe bytes.withUnsafeBufferPointer { before in
            unsafe decoding.utf8.withUnsafeBufferPointer { unsafe $0.baseAddress == before.baseAddress }
        }
        #expect(same)
    }

    @Test func `every byte sequence of random kind is decoded to UTF-8 without NUL or CR`() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2_000 {
            let bytes = (0..<Int(random.next() % 64)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 40) }
            let decoding = try Decoding(bytes, named: nil, label: nil)
            #expect(String(validating: decoding.utf8, as: UTF8.self) != nil)
            #expect(!decoding.utf8.contains(0) && !decoding.utf8.contains(0x0D))
        }
    }
}
