/// What a worker is told to do with a document.
struct WorkerJob: Sendable {
    /// What the worker is to give back.
    enum Kind: Int, Sendable {
        /// A ``ReportRecord``.
        case report = 1
        /// The contract's JSON object.
        case json = 2
    }

    var kind: Kind
    var source: String
    var sha256: String
    /// Values that a person has set.
    var corrections: [Correction]
    var bytes: [UInt8]
    /// Where the worker writes the document as clean text; nowhere when it is empty.
    var textPath = ""
    /// Where the worker writes the document as a page of HTML; nowhere when it is empty.
    var pagePath = ""

    var message: [UInt8] {
        var message = MessageWriter(reserving: bytes.count + 1024)
        message.add(kind.rawValue)
        message.add(source)
        message.add(sha256)
        message.add(corrections.count)
        for correction in corrections {
            message.add(correction.key)
            message.add(correction.value)
            message.add(correction.reason)
        }
        message.add(textPath)
        message.add(pagePath)
        message.add(bytes)
        return message.bytes
    }

    init(kind: Kind, source: String, sha256: String, corrections: [Correction], bytes: [UInt8]) {
        self.kind = kind
        self.source = source
        self.sha256 = sha256
        self.corrections = corrections
        self.bytes = bytes
    }

    init(_ message: ArraySlice<UInt8>) throws(MessageReader.Malformed) {
        var message = MessageReader(message)
        guard let kind = Kind(rawValue: try message.number()) else { throw MessageReader.Malformed() }
        self.kind = kind
        source = try message.text()
        sha256 = try message.text()
        corrections = []
        for _ in 0..<(try message.number()) {
            corrections.append(Correction(key: try message.text(), value: try message.text(), reason: try message.text()))
        }
        textPath = try message.text()
        pagePath = try message.text()
        bytes = Array(try message.bytes())
    }
}
