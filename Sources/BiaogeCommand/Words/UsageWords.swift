import ArgumentParser
import Biaoge

/// What is wrong with a command line, in the language of the locale; each says what would be right.
extension ValidationError {
    private init(_ chinese: String, _ english: String) {
        self.init(Language.ofLocale.say(chinese, english))
    }

    static let noInput = ValidationError(
        "请至少写出一个输入；- 为标准输入。", "Name at least one input, or - for standard input.")
    static let noArchiveInput = ValidationError(
        "请至少写出一个输入；- 表示从标准输入读取路径清单。", "Name at least one input, or - for a list on standard input.")
    static let oneBlank = ValidationError("请只写出一份空白文档。", "Name one blank document.")
    static let tableFromOne = ValidationError("--table 从 1 起计数。", "--table counts from 1.")
    static let delimiter = ValidationError(
        "--delimiter 应为一个 ASCII 字符（引号除外），或 tab。", "--delimiter is one ASCII character other than a quote, or tab.")
    static let outputIsInput = ValidationError(
        "输出文件夹不能就是输入；请另写一个。", "The folder of the dataset cannot be the input itself; name another.")
    static let workers = ValidationError("--workers 应为 1 至 1024 的数。", "--workers is a number from 1 to 1024.")
    static let limit = ValidationError("上限应为大于 0 的整数。", "A limit is a whole number above 0.")
    static let documentSeconds = ValidationError("--document-seconds 应大于 0。", "--document-seconds is above 0.")
    static let documentMegabytes = ValidationError("--document-megabytes 至少为 64。", "--document-megabytes is at least 64.")

    static func needsOutput(_ format: OutputFormat) -> ValidationError {
        ValidationError("\(format.rawValue) 需要 --output 文件。", "\(format.rawValue) needs --output FILE.")
    }

    static func needsFolder(_ format: OutputFormat) -> ValidationError {
        ValidationError(
            "\(format.rawValue) 一个文件只容一份文档；有多个输入时需要 --output 文件夹。",
            "\(format.rawValue) holds one document; with several inputs it needs --output FOLDER.")
    }
}
