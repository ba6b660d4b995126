internal import Iconv

/// An encoding of text, and what iconv calls it.
struct TextEncoding: Sendable, Hashable {
    /// The IANA name, as `inspect` and the JSON output give it.
    let name: String
    /// The name for iconv.
    let iconvName: String
    /// How many bytes its units take.
    var unitSize = 1

    static let utf8 = TextEncoding(name: "UTF-8", iconvName: "UTF-8")
    static let utf16LE = TextEncoding(name: "UTF-16LE", iconvName: "UTF-16LE", unitSize: 2)
    static let utf16BE = TextEncoding(name: "UTF-16BE", iconvName: "UTF-16BE", unitSize: 2)
    static let gb18030 = TextEncoding(name: "GB18030", iconvName: "GB18030")
    static let big5 = TextEncoding(name: "Big5", iconvName: "BIG5-HKSCS")
    static let windows1252 = TextEncoding(name: "windows-1252", iconvName: "CP1252")

    /// The encoding that a label means (WHATWG Encoding 4.2); of those that are seldom met here, iconv's own of that name.
    ///
    /// `nil` for a label that nobody knows.
    init?(label: String) {
        let label = String(decoding: label.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
        if let known = Self.labels.first(where: { $0.labels.contains(label) }) {
            self = known.encoding
            return
        }
        guard !label.isEmpty, label.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }),
            TextDecoder.knows(label)
        else { return nil }
        self.init(name: label, iconvName: label)
    }

    /// The encoding that the label of a page means: a page that could be read for its label is not in UTF-16 (WHATWG HTML 13.2.3.2).
    init?(labelInside label: String) {
        guard let encoding = TextEncoding(label: label) else { return nil }
        self = encoding.unitSize == 2 ? .utf8 : encoding
    }

    private init(name: String, iconvName: String, unitSize: Int = 1) {
        self.name = name
        self.iconvName = iconvName
        self.unitSize = unitSize
    }

    private static let labels: [(encoding: TextEncoding, labels: [String])] = [
        (.utf8, ["utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"]),
        (
            .gb18030,
            [
                "gb18030", "gbk", "gb2312", "chinese", "csgb2312", "csiso58gb231280", "gb_2312", "gb_2312-80", "iso-ir-58",
                "x-gbk",
                "gb-2312", "gb2312-80", "cp936", "windows-936", "ms936", "euc-cn",
            ]
        ),
        (.big5, ["big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "windows-950"]),
        (
            .utf16LE,
            ["utf-16", "utf-16le", "utf16", "utf16le", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode", "unicodefeff"]
        ),
        (.utf16BE, ["utf-16be", "utf16be", "unicodefffe"]),
        (
            .windows1252,
            [
                "windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252",
                "x-cp1252", "ansi_x3.4-1968", "cp819", "ibm819", "iso88591",
            ]
        ),
    ]
}
