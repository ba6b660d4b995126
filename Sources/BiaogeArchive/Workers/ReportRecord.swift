internal import Files

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
    /// A file of the dataset that could not be written, and why; that ends the run.
    var unwritten: FileError?

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
        for bytes in [values, remarks] { message.add(bytes) }
        for number in [year ?? Int.min, tables, failing, findings] { message.add(number) }
        message.add(unwritten?.path ?? "")
        message.add(Int(unwritten?.number ?? 0))
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
        let year = try message.number()
        self.year = year == Int.min ? nil : year
        tables = try message.number()
        failing = try message.number()
        findings = try message.number()
        let (path, number) = (try message.text(), try message.number())
        if number != 0 { unwritten = FileError(writing: path, number: Int32(truncatingIfNeeded: number)) }
    }
}
