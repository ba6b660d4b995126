internal import Biaoge
internal import Files
internal import Zip

/// Why there is nothing of a document in the dataset, in every language, with the exit code that it would be alone.
struct DocumentFailure: Error, Hashable {
    /// 65 when the document cannot be read, 66 when it cannot be opened.
    var code: Int
    var chinese: String
    var english: String

    init(code: Int = 65, _ chinese: String, _ english: String) {
        self.code = code
        self.chinese = chinese
        self.english = english
    }

    init(_ error: ReadError) {
        self.init(error.message(in: .chinese), error.message(in: .english))
    }

    init(_ error: FileError) {
        if case .readBeyond(let limit) = error.operation {
            self.init(ReadError.limit(.inputBytes, found: limit + 1, allowed: limit))
        } else {
            self.init(
                code: 66, "无法打开（\(error.code)）；请检查路径和读取权限",
                "cannot be opened (\(error.code)); look at the path and whether it may be read")
        }
    }

    init(_ error: ZipError) {
        switch error {
        case .encrypted(let name): self.init(ReadError.encryptedEntry(name))
        case .damaged(let reason), .damagedEntry(_, let reason), .cannotWrite(let reason): self.init(ReadError.damagedZip(reason))
        }
    }

    init(_ error: GzipError) {
        switch error {
        case .cut: self.init("gzip 数据不完整，后面的读不到；请重新下载或重新压缩", "The gzip data ends too early; fetch or pack it again")
        case .damaged(let reason):
            self.init("gzip 数据已损坏（\(reason)）；请重新下载或重新压缩", "The gzip data is damaged (\(reason)); fetch or pack it again")
        }
    }

    static func tooManyEntries(allowed: Int) -> DocumentFailure {
        DocumentFailure(
            "压缩包内的压缩包共有 \(allowed) 个以上的条目，其余未读；请分开处理",
            "The archives inside this archive have more than \(allowed) entries; the rest is not read, unpack the outer one first"
        )
    }

    static func nestedTooDeep(allowed: Int) -> DocumentFailure {
        DocumentFailure(
            "压缩包嵌套超过 \(allowed) 层，未读；请先解压外层", "More than \(allowed) archives inside each other; unpack the outer ones first")
    }

    static var noDocuments: DocumentFailure {
        DocumentFailure("里面没有文档；请重新获取或重新打包", "There is no document in it; fetch or pack it again")
    }

    static func noCorpusLine(_ number: Int) -> DocumentFailure {
        DocumentFailure(
            "第 \(number) 行不是带正文字段的 JSON 对象；可用 --text-field 指定字段",
            "Line \(number) is no JSON object with a text field; name the field with --text-field")
    }

    static var noRequest: DocumentFailure {
        DocumentFailure(
            code: 64, "这一行不是带 id 和 path（或 base64）的 JSON 对象", "This line is no JSON object with an id and a path or base64")
    }

    static func crashed(signal: Int32) -> DocumentFailure {
        DocumentFailure("处理程序意外终止（信号 \(signal)）；请报告此文件", "The worker crashed on it (signal \(signal)); please report the file")
    }

    static func ended(code: Int32) -> DocumentFailure {
        DocumentFailure("处理程序意外退出（代码 \(code)）；请报告此文件", "The worker gave up on it (code \(code)); please report the file")
    }

    static func tookTooLong(seconds: Double) -> DocumentFailure {
        let seconds = text(seconds)
        return DocumentFailure(
            "处理超过 \(seconds) 秒；确需处理时请用 --document-seconds 提高",
            "It took longer than \(seconds) s; raise --document-seconds if the file is trusted")
    }

    static func neededTooMuchMemory(megabytes: Int) -> DocumentFailure {
        DocumentFailure(
            "处理所需内存超过 \(megabytes) MB；确需处理时请用 --document-megabytes 提高",
            "It needed more than \(megabytes) MB of memory; raise --document-megabytes if the file is trusted")
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }

    /// The reason in one language.
    func message(in language: Language) -> String { language == .chinese ? chinese : english }
}
