internal import Biaoge

/// What a worker is told before its first job: how it is to read, and how much it may take.
struct WorkerSettings {
    var reading: ReadingOptions
    var language: Language
    var limits: WorkerLimits

    init(reading: ReadingOptions, language: Language, limits: WorkerLimits) {
        self.reading = reading
        self.language = language
        self.limits = limits
    }

    var message: [UInt8] {
        var message = MessageWriter()
        message.add(language.rawValue)
        message.add(Int(truncatingIfNeeded: limits.seconds.bitPattern))
        message.add(limits.megabytes)
        message.add(reading.asIs ? 1 : 0)
        message.add(reading.revisions.rawValue)
        message.add(reading.encoding ?? "")
        for name in Limits.Name.allCases { message.add(reading.limits[name]) }
        message.add(reading.forms.count)
        for form in reading.forms { message.add(form.fileText) }
        return message.bytes
    }

    /// - Throws: `MessageReader.Malformed`, and the `FormError` of a form that cannot be read back.
    init(_ message: ArraySlice<UInt8>) throws {
        var message = MessageReader(message)
        guard let language = Language(rawValue: try message.text()) else { throw MessageReader.Malformed() }
        self.language = language
        limits = WorkerLimits()
        limits.seconds = Double(bitPattern: UInt64(truncatingIfNeeded: try message.number()))
        limits.megabytes = try message.number()
        reading = ReadingOptions()
        reading.asIs = try message.number() == 1
        guard let revisions = ReadingOptions.Revisions(rawValue: try message.text()) else { throw MessageReader.Malformed() }
        reading.revisions = revisions
        let encoding = try message.text()
        if !encoding.isEmpty { reading.encoding = encoding }
        for name in Limits.Name.allCases { reading.limits[name] = try message.number() }
        for _ in 0..<(try message.number()) { reading.forms.append(try Form(reading: Array(try message.bytes()))) }
    }
}
