internal import Biaoge
internal import Files

/// What a worker does with one document: read, repair, check, correct, and tell.
struct DocumentWork {
    let options: ReadingOptions
    let language: Language
    let slots: SlotTable

    init(options: ReadingOptions, language: Language) {
        self.options = options
        self.language = language
        slots = SlotTable(forms: options.forms)
    }

    /// Does a job and gives the message for the parent.
    func answer(_ job: WorkerJob) -> [UInt8] {
        do {
            if job.kind == .json { return try json(job) }
            return try record(job).message
        } catch {
            let failure =
                switch error {
                // A whole archive was taken apart on the way here.
                case ReadError.unsupported(.zip) where job.kind == .report:
                    DocumentFailure(ReadError.damagedZip("no directory"))
                case let error as ReadError: DocumentFailure(error)
                default: DocumentFailure("无法处理（\(error)）", "It cannot be handled (\(error))")
                }
            if job.kind == .json { return WorkerAnswer.failure(failure).message }
            return ReportRecord(failure: failure).message
        }
    }

    private func json(_ job: WorkerJob) throws -> [UInt8] {
        let document = try Document(reading: job.bytes, options: options)
        return WorkerAnswer.json(try render(document, as: .json, job)).message
    }

    private func record(_ job: WorkerJob) throws -> ReportRecord {
        var document = try Document(reading: job.bytes, options: options)
        var record = ReportRecord()
        var unfitting: [String] = []
        for correction in job.corrections
        where !document.correct(correction.key, to: correction.value, reason: correction.reason) {
            unfitting.append(correction.key)
        }
        if !job.corrections.isEmpty { document.checkAgain(forms: options.forms) }
        record.unfitting = unfitting.joined(separator: "\n")
        record.format = document.format.rawValue
        record.encoding = document.encoding ?? ""
        record.title = document.title ?? ""
        record.issuer = document.issuer ?? ""
        record.year = document.year
        var forms: [String] = []
        for match in document.forms where !forms.contains(match.form) { forms.append(match.form) }
        record.forms = forms.joined(separator: ";")
        record.tables = document.tables.count
        record.failing = document.findings.count(where: \.isFailure)
        record.findings = document.findings.count
        record.values = try values(document)
        record.remarks = remarks(document)
        for (format, path) in [(OutputFormat.text, job.textPath), (.html, job.pagePath)] where !path.isEmpty {
            do {
                try PlainFile.write(try render(document, as: format, job), to: path)
            } catch let error as FileError {
                record.unwritten = error
            }
        }
        return record
    }

    private func values(_ document: Document) throws -> [UInt8] {
        var rows = JSONRows.Writer()
        var last = -1
        // By index: taking a value out would take hold of each of its texts.
        let values = document.values
        for index in values.indices {
            let (form, key) = (values[index].form, values[index].key)
            guard let slot = slots.number(form: form, key: key, behind: last) else {
                throw DocumentFailure("表式没有 \(key)", "The form has no \(key)")
            }
            last = slot
            rows.beginRow()
            rows.add(slot)
            rows.add(values[index].number)
            rows.add(values[index].place)
            // Most values are read, and their source has just the number: then there is no more to say.
            let (state, isRaw) = (values[index].state, values[index].raw == values[index].number)
            if state != .read || !isRaw || !values[index].note.isEmpty {
                rows.add(state.rawValue)
                rows.add(values[index].raw)
                rows.add(values[index].note)
            }
            rows.endRow()
        }
        return rows.json
    }

    private func remarks(_ document: Document) -> [UInt8] {
        var rows = JSONRows.Writer()
        for finding in document.findings { rows.add(finding) }
        return rows.json
    }

    private func render(_ document: Document, as format: OutputFormat, _ job: WorkerJob) throws -> [UInt8] {
        var options = WritingOptions()
        options.language = language
        var writer = format.writer(options)
        var bytes: [UInt8] = []
        // A report is some kilobytes of text: room for much more would be fresh memory for each.
        var output = ByteOutput(flushSize: 1 << 13) { bytes += $0 }
        let source = SourceDescription(name: job.source, sha256: job.sha256.isEmpty ? nil : job.sha256)
        _ = try writer.write(document, from: source, to: &output)
        try writer.finish(to: &output)
        try output.flush()
        return bytes
    }
}

extension JSONRows.Writer {
    /// Adds a finding: kind, part, key, place, and its arguments one after another.
    mutating func add(_ finding: Finding) {
        beginRow()
        add(finding.kind.rawValue)
        add(finding.part ?? "")
        add(finding.key ?? "")
        add(finding.place.citation)
        for argument in finding.arguments { add(argument) }
        endRow()
    }
}

/// What a worker gives back for the contract's JSON.
enum WorkerAnswer {
    case json([UInt8])
    case failure(DocumentFailure)

    var message: [UInt8] {
        var message = MessageWriter()
        switch self {
        case .json(let bytes):
            message.add(0)
            message.add(bytes)
        case .failure(let failure):
            message.add(failure.code)
            message.add(failure.chinese)
            message.add(failure.english)
        }
        return message.bytes
    }

    init(_ message: ArraySlice<UInt8>) throws(MessageReader.Malformed) {
        var message = MessageReader(message)
        let code = try message.number()
        if code == 0 {
            self = .json(Array(try message.bytes()))
        } else {
            self = .failure(DocumentFailure(code: code, try message.text(), try message.text()))
        }
    }
}
