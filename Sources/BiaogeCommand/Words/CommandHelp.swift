import ArgumentParser
import Biaoge

/// What the help of a command says, in the language of the locale; every command has its text here.
struct CommandHelp {
    /// The word that calls the command; without it ArgumentParser makes one of the type's name, a fifth of a short run.
    let name: String
    let abstract: String
    let discussion: String

    /// - Parameter example: a command line that works as it stands; the tests run it.
    private init(
        _ name: String, _ chinese: (String, more: String), _ english: (String, more: String), example: String
    ) {
        self.name = name
        let language = Language.ofLocale
        abstract = language.say(chinese.0, english.0)
        let more = language.say(chinese.more, english.more)
        discussion = (more.isEmpty ? "" : more + "\n\n") + language.say("示例：", "Example: ") + example
    }

    static let program = CommandHelp(
        "biaoge",
        (
            "读取政府信息公开年度报告等文档中的表格，修复错乱的版式，写成干净的数据。",
            more: """
            三种用途：convert 转换一份文档；repair 和 check 查看修复与核对；normalize 把一批文档汇成一个数据集。\
            原文没有、推算不出的数，程序不猜：写作“不明”或“缺失”。
            """
        ),
        (
            "Reads the tables of documents, puts them right, and writes them as clean data.",
            more: """
            Three uses: convert writes one document; repair and check show what was put right and which sums fail; normalize makes \
            many documents into one dataset. What the source does not tell is never guessed: it is ambiguous or missing.
            """
        ),
        example: "biaoge convert report.docx --to csv")

    static let convert = CommandHelp(
        "convert",
        (
            "把文档写成 text、csv、json 等格式。",
            more: """
            读取各种格式，写出表格及其前后文字。表格先经修复，认出的表式按其自身版式写出；加 --as-is 则保留原文版式。\
            各项发现写到标准错误。
            """
        ),
        (
            "Write documents as text, csv, json and more.",
            more: """
            Reads every format and writes the tables with the text around them. Tables are repaired and a recognised form stands in \
            its own layout, unless --as-is keeps what the source has. Findings go to standard error.
            """
        ),
        example: "biaoge convert report.docx --to csv")

    static let inspect = CommandHelp(
        "inspect",
        ("说明输入是什么：格式、编码、表格、表式，以及依据。", more: ""),
        ("Say what an input is: format, encoding, tables, forms, and why.", more: ""),
        example: "biaoge inspect report.docx")

    static let check = CommandHelp(
        "check",
        (
            "核对所认出表式的每一项勾稽关系。",
            more: """
            每项不成立的写一行：等式两边、差额、位置；然后写因空白或缺失而无法核对的，以及提示，提示不算不成立。\
            退出码 0：全部成立；1：至少一项不成立。
            """
        ),
        (
            "Check every sum of the recognised forms.",
            more: """
            One line for each sum that fails, with both sides, the difference and the place; then what blank or missing cells leave \
            open, and hints, which never count as failures. Exit code 0: every sum holds; 1: at least one fails.
            """
        ),
        example: "biaoge check report.docx")

    static let repair = CommandHelp(
        "repair",
        (
            "显示修复了什么：每张表的原样、修复后和依据。",
            more: "没有改动的表不显示。推算值写在表中；缺失或不明的留空，表下各行说明原因。"
        ),
        (
            "Show what was repaired: each table as read, as repaired, and why.",
            more: """
            Tables that stand as they were read are not shown. Derived values stand in the table here; what is missing or ambiguous \
            is empty, and the lines under the table say why.
            """
        ),
        example: "biaoge repair report.txt")

    static let normalize = CommandHelp(
        "normalize",
        (
            "把一批混杂的文档汇成一个数据集。",
            more: """
            读取文件夹、.zip 压缩包（可以层层嵌套）、.jsonl 和 .jsonl.gz 语料、单个文件，写出 values.csv、reports.csv、wide.csv、\
            sums.csv、findings.csv、codebook.csv、corrections-to-fill.csv（不明和缺失的值，供填写后交给 --corrections）、\
            documents/ 和 index.html，用 --against 时还有 against.csv。读过的存在 biaoge.sqlite：中断（退出码 130）后再运行同一命令即可继续，\
            以后只读新增或改动的。
            """
        ),
        (
            "Make a mixed archive of documents into one dataset.",
            more: """
            Reads folders, .zip archives (also inside each other), .jsonl and .jsonl.gz corpora and single files, and writes \
            values.csv, reports.csv, wide.csv, sums.csv, findings.csv, codebook.csv, corrections-to-fill.csv (the ambiguous and \
            missing values, to be filled in and given to --corrections), documents/ and index.html, and with --against against.csv. \
            What was read is kept in biaoge.sqlite: the same command goes on where it was stopped (exit code 130), and later reads \
            only what is new or changed.
            """
        ),
        example: "biaoge normalize reports/ --output dataset/")

    static let forms = CommandHelp(
        "forms",
        (
            "列出、显示、制作表式。",
            more: """
            表式是一个 HTML 页面：每部分一张空白表，每个数据格一个键。程序凭标签在报告中找到这些表，不论版式如何；\
            勾稽关系用来归位版式弄丢的数，也是 check 所核对的。
            """
        ),
        (
            "List, show and make forms.",
            more: """
            A form is a page of HTML with a blank table for each part and a key on every value cell. Its tables are found in reports \
            by their labels, whatever the layout; its sums place what a layout lost and are what check checks.
            """
        ),
        example: "biaoge forms list")

    static let formsList = CommandHelp(
        "list",
        ("列出自带的表式。", more: ""),
        ("List the bundled forms.", more: ""),
        example: "biaoge forms list")

    static let formsShow = CommandHelp(
        "show",
        ("把表式显示为表格，或输出为可编辑的文件。", more: ""),
        ("Print a form as a table, or as the file to edit.", more: ""),
        example: "biaoge forms show annual-report-2021 --file > mine.html")

    static let formsLearn = CommandHelp(
        "learn",
        (
            "由空白文档制作表式文件。",
            more: """
            左侧或上方有标签的空白格都成为数据格，键形如 t1.r5:c3。写出的文件供编辑：改键名，在表下写勾稽关系，\
            然后用 --form 交给其他命令。
            """
        ),
        (
            "Make a form file of a blank document.",
            more: """
            Every empty cell with a label beside or above it becomes a value with a key such as t1.r5:c3. The file is there to be \
            edited: rename the keys, write the sums under the tables. Then give it to the other commands with --form.
            """
        ),
        example: "biaoge forms learn blank.txt --output mine.html")

    static let worker = CommandHelp(
        "worker",
        (
            "供其他调度程序调用：JSON 行输入，JSON 行输出。",
            more: """
            每行输入 {"id": "…", "path": "…"} 或 {"id": "…", "name": "…", "base64": "…"}；按序每行输出 \
            {"id": "…", "ok": true, "document": {…}} 或 {"id": "…", "ok": false, "code": 65, "error": "…"}。\
            使程序崩溃或超出上限的文档也是这样一个错误，不合要求的行也是（code 64）；下一行照常读取。
            """
        ),
        (
            "Read documents for another scheduler: JSON lines in, JSON lines out.",
            more: """
            Each line in: {"id": "…", "path": "…"} or {"id": "…", "name": "…", "base64": "…"}. Each line out, in order: \
            {"id": "…", "ok": true, "document": {…}} or {"id": "…", "ok": false, "code": 65, "error": "…"}. A document that crashes or runs \
            over a limit is such an error too, and so is a line that asks for none (code 64); the next line is read as ever.
            """
        ),
        example: #"echo '{"id": "1", "path": "report.docx"}' | biaoge worker"#)
}

extension CommandConfiguration {
    /// The configuration of a command with its help.
    init(_ help: CommandHelp, subcommands: [any ParsableCommand.Type] = []) {
        self.init(
            commandName: help.name, abstract: help.abstract, discussion: help.discussion, subcommands: subcommands)
        // A command that is read alone (``NamedCommand``) is not asked for completions of its own.
        if subcommands.isEmpty { _superCommandName = "biaoge" }
    }
}
