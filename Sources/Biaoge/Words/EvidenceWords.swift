extension Detection.Evidence {
    /// The evidence as a phrase.
    public func message(in language: Language) -> String {
        switch self {
        case .signature(let text): Wording("文件以 %1 开头", "begins with %1")(language, [text])
        case .entry(let name): Wording("内有 %1", "contains %1")(language, [name])
        case .markup(let tag): Wording("有标记 %1", "has the tag %1")(language, [tag])
        case .header(let field): Wording("信头有 %1", "its header has %1")(language, [field])
        case .lineShapes(let format, let count, let total):
            Wording("%3 行中有 %2 行是 %1 的样式", "%2 of %3 lines are shaped as in a %1")(
                language, [format.rawValue, String(count), String(total)])
        case .noLineShapes: Wording("各行看不出版式", "no lines that tell a layout")(language)
        case .nothing: Wording("没有任何文字", "nothing but white space")(language)
        case .controlCharacters(let count):
            Wording("有 %1 个控制字符，不是文本", "%1 control characters, which is no text")(language, [String(count)])
        case .byteOrderMark: Wording("有字节顺序标记", "a byte order mark")(language)
        case .zeroBytes: Wording("零字节的位置合于 UTF-16", "zero bytes where UTF-16 has them")(language)
        case .wellFormedUTF8: Wording("全部合于 UTF-8", "all of it is well-formed UTF-8")(language)
        case .mostlyUTF8: Wording("绝大部分合于 UTF-8", "nearly all of it is well-formed UTF-8")(language)
        case .notUTF8(let offset): Wording("第 %1 字节起不合于 UTF-8", "byte %1 is not UTF-8")(language, [String(offset)])
        case .label(let label): Wording("自标编码 %1", "labelled %1")(language, [label])
        case .commonCharacters(let encoding, let percent):
            Wording("按 %1 读，%2% 是常用字", "read as %1, %2% of the characters are common ones")(
                language, [encoding, String(percent)])
        case .named(let name): Wording("由使用者指定 %1", "named by the caller: %1")(language, [name])
        }
    }
}
