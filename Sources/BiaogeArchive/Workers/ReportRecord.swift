/// What a worker tells of a document, as the ledger keeps it.
struct ReportRecord: Hashable {
    /// Why there is nothing; everything else is then empty.
    var failure: DocumentFailure?
    var format = ""
    var encoding = ""
    var title = ""
    var issuer = ""
    var year: Int?
    /// The identifiers of the recognised forms, parted by `;`.
    var forms = ""
    var tables = 0
    /// How many identities fail.
    var failing = 0
    var findings = 0
    /// Keys of corrections that fit no slot, parted by LF.
    var unfitting = ""
    /// The values as JSON, see ``StoredValues``.
    var values = Array("[]".utf8)
    /// The findings as JSON, see ``StoredRemark``.
    var remarks = Array("[]".utf8)
    /// The document as clean text.
    var text: [UInt8] = []
    /// The document as a page of HTML, where it was asked for.
    var page: [UInt8] = []

    init() {}

    init(failure: DocumentFailure) {
        self.failure = failure
    }

    var message: [UInt8] {
        var message = MessageWriter()
        message.add(failure?.code ?? 0)
        message.add(failure?.chinese ?? "")
        message.add(failure?.english ?? "")
        for text in [format, encoding, title, issuer, forms, unfitting] { message.add(text) }
        for bytes in [values, remarks, text] { message.add(bytes) }
        for number in [year ?? Int.min, tables, failing, findings] { message.add(number) }
        message.add(page)
        return message.bytes
    }

    init(_ message: ArraySlice<UInt8>) throws(MessageReader.Malformed) {
        var message = MessageReader(message)
        let failure = DocumentFailure(code: try message.number(), try message.text(), try message.text())
        self.failure = failure.code == 0 ? nil : failure
        format = try message.text()
        encoding = try message.text()
        title = try message.text()
        issuer = try message.text()
        forms = try message.text()
        unfitting = try message.text()
        values = Array(try message.bytes())
        remarks = Array(try message.bytes())
        text = Array(try message.bytes())
        let year = try message.number()
        self.year = year == Int.min ? nil : year
        tables = try message.number()
        failing = try message.number()
        findings = try message.number()
        page = Array(try message.bytes())
    }
}
