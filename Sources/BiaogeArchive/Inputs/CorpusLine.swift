internal import FoundationEssentials

/// One line of a JSON-lines corpus: an object with a field for the text and one for the name.
struct CorpusLine {
    /// The fields that corpora use for the text, the first that is there counts.
    static let textFields = ["text", "content", "raw_content", "body", "markdown", "html"]
    /// The fields that corpora use for the name, the first that is there counts.
    static let nameFields = ["name", "path", "file", "filename", "source", "url", "id", "title"]

    /// The name, when the line has one.
    let name: String?
    /// The text.
    let text: String

    /// Reads a line; `nil` when it is no object with a text.
    init?(_ line: [UInt8], _ options: InputOptions) {
        let decoder = JSONDecoder()
        decoder.userInfo[Fields.key] = Fields(
            text: options.textField.map { [$0] } ?? Self.textFields, name: options.nameField.map { [$0] } ?? Self.nameFields)
        guard let parsed = try? decoder.decode(Object.self, from: Data(line)), let text = parsed.text else { return nil }
        name = parsed.name
        self.text = text
    }

    private struct Fields: Sendable {
        // The name is a constant and no error of the input.
        static let key = CodingUserInfoKey(rawValue: "fields") ?? { preconditionFailure("a user info key is any text") }()
        let text: [String]
        let name: [String]
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Object: Decodable {
        var text: String?
        var name: String?

        init(from decoder: any Decoder) throws {
            guard let fields = decoder.userInfo[Fields.key] as? Fields else { return }
            let container = try decoder.container(keyedBy: Key.self)
            for field in fields.text where text == nil {
                text = try? container.decode(String.self, forKey: Key(stringValue: field))
            }
            for field in fields.name where name == nil {
                let key = Key(stringValue: field)
                name =
                    (try? container.decode(String.self, forKey: key))
                    ?? (try? container.decode(Int.self, forKey: key)).map(String.init)
                if name?.isEmpty == true { name = nil }
            }
        }
    }
}
