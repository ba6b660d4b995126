extension ReadError: CustomStringConvertible {
    /// The error in English, one line.
    public var description: String { message(in: .english) }

    /// What is wrong and what to do, in one line.
    public func message(in language: Language) -> String {
        switch self {
        case .unsupported(let format): format.whatToDo(language)
        case .damagedZip(let reason):
            Wording("压缩包已损坏（%1）；请重新下载或从原处另存", "The zip container is damaged (%1); fetch or save the file again")(
                language, [reason])
        case .encryptedEntry(let name):
            Wording("条目 %1 已加密；请先解除密码", "Entry %1 is encrypted; remove the password first")(language, [name])
        case .noMainPart:
            Wording(
                "包内没有正文部件；请用文字处理软件打开并另存为 .docx",
                "The package has no main document part; open it in a word processor and save it as .docx")(
                    language)
        case .malformedXML(let part, let line, let message):
            Wording(
                "%1 第 %2 行的 XML 有误（%3）；请用文字处理软件打开并另存",
                "%1 is malformed XML at line %2 (%3); open the file in a word processor and save it again")(
                    language, [part, String(line), message])
        case .documentType(let part):
            Wording(
                "%1 含有 DOCTYPE，按规定不得出现，不予读取；请用文字处理软件打开并另存",
                "%1 has a document type declaration, which the format forbids; open the file in a word processor and save it again"
            )(
                language, [part])
        case .limit(let limit, let found, let allowed):
            Wording(
                "超出上限：%1（%2，允许 %3）；确需读取时请用 --%1 提高",
                "Over a limit: %1 (%2, allowed %3); raise it with --%1 if the file is trusted")(
                    language, [limit.rawValue, String(found), String(allowed)])
        case .undecodable(let encoding, let offset):
            Wording("第 %2 字节不是 %1 编码；请用 --encoding 指定正确的编码", "Byte %2 is not %1; name the right encoding with --encoding")(
                language, [encoding, String(offset)])
        case .unknownEncoding(let name):
            Wording(
                "不认识的编码：%1；请写 iconv 认识的名称，如 gb18030、utf-8",
                "Unknown encoding: %1; name one that iconv knows, such as gb18030 or utf-8")(language, [name])
        }
    }
}

extension Format {
    /// For a format that is not read: its name and what to do instead.
    func whatToDo(_ language: Language) -> String {
        let wording =
            switch self {
            case .pdf:
                Wording(
                    "这是 PDF，不直接读取；请先用 pdftotext -layout 转成文本",
                    "This is PDF, which is not read; turn it into text with pdftotext -layout first")
            case .ole:
                Wording(
                    "这是旧版 Office 文件（.doc 或 .wps），不能读取；请另存为 .docx",
                    "This is a legacy Office file (.doc or .wps), which is not read; save it as .docx")
            case .encrypted: Wording("文件已加密；请解除密码后另存为 .docx", "The file is encrypted; remove the password and save it as .docx")
            case .image: Wording("这是图片，不能读取；请先做文字识别", "This is an image, which is not read; run text recognition first")
            case .ofd: Wording("这是 OFD，不能读取；请另存为 .docx 或文本", "This is OFD, which is not read; save it as .docx or text")
            case .rar:
                Wording("这是 RAR 压缩包，不能读取；请解压或改存为 zip", "This is a RAR archive, which is not read; unpack it or pack it as zip")
            case .sevenZip:
                Wording("这是 7z 压缩包，不能读取；请解压或改存为 zip", "This is a 7z archive, which is not read; unpack it or pack it as zip")
            case .gzip: Wording("这是 gzip 压缩文件；请先解压", "This is a gzip file; unpack it first")
            case .zip:
                Wording("这是压缩包而不是文档；请用 biaoge normalize 处理", "This is an archive, not a document; give it to biaoge normalize")
            case .xlsx:
                Wording(
                    "这是电子表格，不能读取；请另存为网页（.html）、逗号分隔（.csv）或制表符分隔（.txt）的文本",
                    "This is a workbook, which is not read; save it as a web page (.html) or as text with commas (.csv) or tabs (.txt)"
                )
            case .xml:
                Wording(
                    "这是 XML，但既不是网页也不是文档包，不能读取；请另存为 .docx 或 .html",
                    "This is XML, but neither a page nor a package, which is not read; save it as .docx or .html")
            case .empty: Wording("文件是空的；请重新下载或从原处另存", "The file is empty; fetch or save it again")
            default:
                Wording(
                    "无法识别的格式；能读的是 .docx、Flat OPC、HTML、MHTML、RTF、文本，请另存为其中一种",
                    "The format is not known; what is read is .docx, Flat OPC, HTML, MHTML, RTF and text, save it as one of them")
            }
        return wording(language)
    }
}
