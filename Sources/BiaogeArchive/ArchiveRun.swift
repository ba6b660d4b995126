internal import Biaoge
internal import Digest
internal import Files
internal import Processes

/// The run was interrupted by a person; what was read is kept, and the same command goes on from there.
public struct ArchiveInterrupted: Error, Sendable, Hashable {}

/// The worker processes cannot be started.
public struct WorkersCannotStart: Error, Sendable, Hashable {}

/// Makes an archive of documents into one dataset: inputs → ledger and workers → exports.
public final class ArchiveRun {
    let options: ArchiveOptions
    private let progressed: (ArchiveProgress) -> Void
    /// Made while the workers start.
    private lazy var signature = options.signature
    private lazy var failureSignature = options.failureSignature(signature)
    private var corrections = Corrections([])
    private var progress = ArchiveProgress()
    private var summary = ArchiveSummary()
    private let files: DocumentFiles
    private var slots: SlotTable?
    /// Contents that a worker has at the moment, so that equal bytes are read once, and the documents that wait for the text of each.
    private var inWork: [String: [Placement]] = [:]

    private init(_ options: ArchiveOptions, _ progressed: @escaping (ArchiveProgress) -> Void) {
        self.options = options
        self.progressed = progressed
        files = DocumentFiles(output: options.output, hasPages: options.pages)
    }

    /// Runs and says what it came to.
    ///
    /// - Throws: ``ArchiveInterrupted``, ``LedgerError``, ``InputProblem``, ``WorkersCannotStart``, or `FileError` when the
    ///   output cannot be written or none of the inputs opened.
    public static func run(
        _ options: ArchiveOptions, progress: @escaping (ArchiveProgress) -> Void = { _ in }
    ) throws -> ArchiveSummary {
        try ArchiveRun(options, progress).run()
    }

    private func run() throws -> ArchiveSummary {
        let rows = try options.corrections.map { try CorrectionsFile.read($0) } ?? []
        let inputs = try openInputs()
        let expected = try options.expect.map { try ExpectedReports($0) }
        do {
            let against = try options.against.map { try AgainstReport($0, options) }
            try Folder.create(options.output)
            // They start while the ledger is opened.
            let pool = try WorkerPool(count: options.workers, command: options.workerCommand, options.workerSettings)
            try Ledger.use(in: options.output) { ledger in
                try ledger.beginRun(version: version, signature: signature)
                try ledger.keep(rows, forgettingOthers: options.forgetCorrections)
                corrections = try ledger.keptCorrections()
                try read(inputs, into: ledger, pool)
                summary.gone = try ledger.endRun(keepsUnmet: !summary.missingInputs.isEmpty)
                progress.isExporting = true
                progressed(progress)
                let exports = Exports(
                    ledger: ledger, slots: try storedSlots(ledger), options: options, files: files, expected: expected,
                    against: against)
                try exports.write(&summary, unused: corrections.unused)
            }
        } catch is WorkerPool.CannotStart {
            throw WorkersCannotStart()
        }
        return summary
    }

    /// The inputs that can be opened.
    ///
    /// - Throws: the first one's error when there are none at all, before anything is written.
    private func openInputs() throws -> [String] {
        var opened: [String] = []
        var failure: FileError?
        for input in options.inputs {
            do {
                if input != "-" { _ = try FileStatus(RawPath(input), followingLinks: true) }
                opened.append(input)
            } catch {
                failure = failure ?? error
                summary.missingInputs.append(input)
            }
        }
        if opened.isEmpty, let failure { throw failure }
        return opened
    }

    private func read(_ inputs: [String], into ledger: Ledger, _ pool: WorkerPool) throws {
        let outputFolder = try? FileStatus(RawPath(options.output), followingLinks: true).identity
        let began = OwnProcess.seconds
        // Counted when somebody has waited long enough to ask how long it takes.
        lazy var total = inputs.reduce(0) { $0 + Self.size(RawPath($1)) }
        var passed: () -> Int = { 0 }
        let walk = InputWalk(options.input, excluding: outputFolder) { [self] item in
            guard !OwnProcess.isInterrupted else { throw ArchiveInterrupted() }
            try take(item, ledger, pool)
            try ledger.commitIfDue()
            if !inputs.contains("-"), OwnProcess.seconds - began > 1 {
                progress.share = total == 0 ? 1 : min(1, Double(passed()) / Double(total))
            }
            progressed(progress)
        }
        passed = { [unowned walk] in walk.bytesPassed }
        for input in inputs { try walk.walk(input: input) }
        try pool.drain()
        pool.dismiss()
        guard !OwnProcess.isInterrupted else { throw ArchiveInterrupted() }
        summary.skipped = walk.skipped
        summary.read = progress.read
    }

    /// The bytes of an input on disk, for the progress.
    private static func size(_ path: RawPath) -> Int {
        guard let status = try? FileStatus(path, followingLinks: false) else { return 0 }
        guard status.kind == .folder else { return status.size }
        let names = (try? Folder.names(in: path)) ?? []
        return names.reduce(0) { $0 + size(path.appending($1)) }
    }

    /// Gives a document its row, and a worker the document unless it is known.
    private func take(_ item: InputItem, _ ledger: Ledger, _ pool: WorkerPool) throws {
        progress.documents += 1
        var bytes: [UInt8] = []
        var sha256 = ""
        if case .bytes(let content) = item.content {
            bytes = content
            sha256 = SHA256Digest.hexadecimal(of: content)
        }
        var chosen: [Correction] = []
        let placement = try ledger.place(
            source: item.source, orElse: item.longSource, sha256: sha256, bytes: bytes.count,
            corrections: { source in
                chosen = corrections.corrections(source: source, sha256: sha256)
                return chosen.text
            },
            accepts: { known, code in
                (known == signature || known == failureSignature) && (code == 0 || !options.retryFailed)
            })
        if case .failure(let failure) = item.content {
            try ledger.record(ReportRecord(failure: failure), placement, version: version, signature: "")
            return try ledger.store(placement)
        }
        if placement.reading != nil, !placement.isDocument || (files.hasText(placement) && files.hasPage(placement)) {
            return try ledger.store(placement)
        }
        let work = placement.content + " " + placement.corrections
        if files.hasPage(placement) {
            if inWork[work]?.append(placement) != nil { return try ledger.store(placement) }
            if placement.isDocument, let other = try ledger.sourceWithText(placement),
                try copyText(of: other, to: placement, ledger)
            {
                return
            }
        }
        inWork[work] = inWork[work] ?? []
        var job = WorkerJob(kind: .report, source: placement.source, sha256: sha256, corrections: chosen, bytes: bytes)
        // A file that is whole stays as it is: written again, it would not be whole for a moment, and the ledger would not know.
        if !files.hasText(placement) { job.textPath = files.text(of: placement.source) }
        if !files.hasPage(placement) { job.pagePath = files.page(of: placement.source) }
        try pool.submit(job.message) { [self] outcome in
            progress.read += 1
            let copies = inWork.removeValue(forKey: work) ?? []
            guard try store(outcome, placement, ledger) else { return }
            for copy in copies { _ = try copyText(of: placement.source, to: copy, ledger) }
        }
    }

    /// Stores what a worker told of a document, or why it told nothing.
    ///
    /// - Returns: whether it could be read.
    private func store(_ outcome: WorkerPool.Outcome, _ placement: Placement, _ ledger: Ledger) throws -> Bool {
        var record: ReportRecord
        var signature = signature
        switch outcome {
        case .answer(let message): record = try ReportRecord(message)
        case .failure(let failure):
            record = ReportRecord(failure: failure)
            signature = failureSignature
        }
        if let error = record.unwritten { throw error }
        _ = try storedSlots(ledger)
        if placement.reading == nil || record.failure != nil {
            try ledger.record(record, placement, version: version, signature: signature)
        }
        var placement = placement
        guard record.failure == nil else {
            try ledger.store(placement)
            return false
        }
        placement.text = placement.reading ?? ledger.run
        if options.pages { placement.page = placement.text }
        try ledger.store(placement)
        return true
    }

    /// The slots of all forms, which stand in the ledger before the first values do; the workers are at the next documents then.
    private func storedSlots(_ ledger: Ledger) throws -> SlotTable {
        if let slots { return slots }
        let stored = SlotTable(forms: options.reading.forms)
        try ledger.store(stored)
        slots = stored
        return stored
    }

    /// Gives a document the text of another with the same bytes.
    private func copyText(of source: String, to copy: Placement, _ ledger: Ledger) throws -> Bool {
        guard try files.copyText(of: source, to: copy.source) else { return false }
        var copy = copy
        copy.text = copy.reading ?? ledger.run
        try ledger.store(copy)
        return true
    }
}
