/// A file that a run cannot do without cannot be read, or a line of it is wrong.
public struct InputProblem: Error, Sendable, Hashable {
    /// 65 or 66.
    public let code: Int
    /// The file.
    public let path: String
    /// Why, in Chinese.
    public let chinese: String
    /// Why, in English.
    public let english: String

    init(_ path: String, _ failure: DocumentFailure) {
        self.path = path
        code = failure.code
        chinese = failure.chinese
        english = failure.english
    }

    init(_ path: String, line: Int, _ chinese: String, _ english: String) {
        self.init(path, DocumentFailure("第 \(line) 行：\(chinese)", "line \(line): \(english)"))
    }
}
