import ArgumentParser
import Biaoge

/// What the help of an argument says, in the language of the locale; every argument has its text here.
extension ArgumentHelp {
    private init(_ chinese: String, _ english: String, value: String? = nil) {
        self.init(Language.ofLocale.say(chinese, english), valueName: value)
    }

    /// A limit, with what it is unless given.
    private static func limit(_ chinese: String, _ english: String, _ usual: Int, value: String = "number") -> ArgumentHelp {
        ArgumentHelp("上限：\(chinese)。（默认 \(usual)）", "Limit: \(english). (default: \(usual))", value: value)
    }

    static let version = ArgumentHelp(
        "显示版本、自带的表式和所用的库。", "Show the version, the bundled forms and the libraries.")

    // Reading
    static let inputs = ArgumentHelp(
        "要读取的文件；- 为标准输入。格式由内容判断。", "Files to read; - is standard input. The format is told from the content.")
    static let encoding = ArgumentHelp(
        "文本输入的编码，如 gb18030；不写则由字节判断。", "Encoding of text inputs, such as gb18030; told from the bytes unless given.",
        value: "name")
    static let revisions = ArgumentHelp(
        "读取修订的哪一面：accepted 接受（默认），rejected 拒绝。", "Which side of tracked changes is read: accepted (default) or rejected.")
    static let form = ArgumentHelp(
        "自带表式之外还要查找的表式文件；可多次给出。", "Form file to look for besides the bundled forms; may be given again.", value: "file")
    static let lang = ArgumentHelp(
        "消息的语言：zh 或 en；不写则随系统语言。", "Language of messages: zh or en. Unless given, that of the locale.")
    static let inputBytes = limit("一份输入的字节数", "bytes of one input", Limits().inputBytes, value: "bytes")
    static let inflatedBytes = limit(
        "一个包内各部件解压后的字节数", "bytes of the parts of a package after inflating", Limits().inflatedBytes, value: "bytes")
    static let ratio = limit("解压前后的倍数", "inflated bytes for each packed byte", Limits().ratio)
    static let attributes = limit("一个标签的属性数", "attributes of one tag", Limits().attributes)
    static let depth = limit("元素嵌套的层数", "elements inside each other", Limits().depth)
    static let columns = limit("一张表的列数", "columns of one table", Limits().columns)
    static let textBytes = limit(
        "一个网页或一份文本的字节数，包内一个部件的文字字节数", "bytes of one page or dump, and of the text in one part of a package", Limits().textBytes,
        value: "bytes")
    static let pieces = limit("一份文档的标题、段落和表格数", "headings, paragraphs and tables of one document", Limits().pieces)
    static let cells = limit("一张表的格数，一份文本的栏数", "grid positions of one table, and fields of one dump", Limits().cells)

    // convert
    static let to = ArgumentHelp(
        "要写的格式，不写则为 text；xml 是整个工作簿写成的一个 XML 文件，电子表格软件打不开：请用 xlsx。",
        "The format to write, text unless given; xml is the workbook as one flat document, which spreadsheet programs do not open: they want xlsx.",
        value: "format")
    static let output = ArgumentHelp(
        "要写的文件；有多个输入时为文件夹；不写则为标准输出。",
        "File to write, or a folder when there are several inputs; standard output unless given.", value: "path")
    static let table = ArgumentHelp(
        "只写这一张表，从 1 起，与 inspect 的序号相同。", "Write only this table, from 1 as inspect counts.", value: "number")
    static let asIs = ArgumentHelp(
        "保留原文版式：不修复，不用表式。", "Keep the source's own layout: no repair, no form.")
    static let derived = ArgumentHelp(
        "csv、text、markdown 也写出推算值。", "Print derived values in csv, text and markdown too.")
    static let allTables = ArgumentHelp("只用于排版的表格也写出（csv）。", "Write layout tables too (csv).")
    static let delimiter = ArgumentHelp(
        "字段之间的字符，或 tab（csv、tidy）。", "Character between the fields of a row, or tab (csv, tidy).", value: "character")
    static let byteOrderMark = ArgumentHelp(
        "文件开头写字节顺序标记，Excel 据此认出 UTF-8（csv、tidy）。",
        "Put a byte order mark in front, by which Excel knows UTF-8 (csv, tidy).")
    static let safe = ArgumentHelp(
        "电子表格会当作公式的文字，前面加撇号（csv、tidy）。数据因此改变。",
        "Put an apostrophe before texts that a spreadsheet would run as a formula (csv, tidy). This changes data.")

    // forms
    static let formToShow = ArgumentHelp("自带表式的名称，或表式文件。", "A bundled form, or a form file.", value: "id")
    static let asFile = ArgumentHelp(
        "输出表式文件本身，编辑后可交给 --form。", "Print the form file itself, to edit and give to --form.")
    static let learnedID = ArgumentHelp(
        "表式的名称；不写则取输入的文件名。", "Name of the form; that of the input unless given.", value: "name")
    static let formFile = ArgumentHelp(
        "要写的文件；不写则为标准输出。", "File to write; standard output unless given.", value: "path")

    // normalize
    static let archiveInputs = ArgumentHelp(
        "文件夹、压缩包、语料、文件；- 表示从标准输入读取路径清单。",
        "Folders, archives, corpora and files; - is a list of paths on standard input.")
    static let dataset = ArgumentHelp("数据集的文件夹。", "Folder of the dataset.", value: "folder")
    static let workers = ArgumentHelp(
        "工作进程数；不写则与处理器数相同。", "Worker processes; as many as there are processors unless given.", value: "number")
    static let pages = ArgumentHelp("每份报告另写一个 HTML 页面。", "Write each report as a page of HTML too.")
    static let corrections = ArgumentHelp(
        "人工更正的值：CSV，各列为 source,sha256,key,value,reason。以后的运行继续有效。",
        "Values set by hand: CSV with source,sha256,key,value,reason. They are kept over later runs.", value: "file")
    static let forgetCorrections = ArgumentHelp("放弃以前各次的更正。", "Drop the corrections of earlier runs.")
    static let expect = ArgumentHelp(
        "应报送的机关：每行一个名称（不论年度），或“名称,年度”。", "Who should have reported: a name a line (for any year), or name,year.",
        value: "file")
    static let against = ArgumentHelp(
        "应等于全部合计的一份报告，逐格比对。", "A report that should be the sum of all, to be compared slot by slot.", value: "file")
    static let textField = ArgumentHelp(
        ".jsonl 语料中存放正文的字段。", "Field of a .jsonl corpus that holds the text.", value: "name")
    static let nameField = ArgumentHelp(
        ".jsonl 语料中存放名称的字段。", "Field of a .jsonl corpus that holds the name.", value: "name")
    static let retryFailed = ArgumentHelp("重试以前失败的文档。", "Try documents again that failed before.")

    // worker
    static let documentSeconds = ArgumentHelp(
        "上限：一份文档可用的秒数。", "Limit: seconds that one document may take.", value: "seconds")
    static let documentMegabytes = ArgumentHelp(
        "上限：一份文档可用的内存，MB。", "Limit: megabytes of memory that one document may take.", value: "megabytes")
}
