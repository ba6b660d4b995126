extension Document {
    /// Reads a document, whatever its format, and unless ``ReadingOptions/asIs`` is set repairs and checks its tables.
    ///
    /// - Throws: ``ReadError`` when there is no document at all; everything less is among ``findings``.
    public init(reading bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws(ReadError) {
        let source = try Source(telling: bytes, encoding: options.encoding, textBytes: options.limits.textBytes)
        guard let reader = reader(of: source.detection.format) else { throw .unsupported(source.detection.format) }
        self = try reader.read(source, options: options)
        let other = OtherReport.find(in: self)
        ReportTitle.settle(&self, asIs: options.asIs, before: other?.block)
        evidence = source.detection.evidence + evidence
        if !options.asIs {
            if let other { findings.append(other.finding(in: self)) }
            let first = other.map(upTo) ?? self
            let earlier = OtherYear(first)
            findings += earlier.findings
            if let (solution, forms) = first.without(earlier).solution(options.forms) {
                assemble(solution, forms: forms)
                findings += checked(by: forms)
            }
            GenericRepair.run(on: &self, limits: options.limits)
        }
    }

    /// What the document has of the forms. Most reports are whole ones of the newest form, and the others need not be read for them.
    private func solution(_ forms: [Form]) -> (Solution, [Form])? {
        if forms.isEmpty, let solution = WholeReport.newest.solve(self) { return (solution, Form.newest) }
        let solver = forms.isEmpty ? .bundled : Solver(Form.bundled(and: forms))
        return solver.solve(self).map { ($0, solver.forms) }
    }
}

/// How a document is read.
public struct ReadingOptions: Sendable {
    /// Which side of tracked changes a document shows.
    public enum Revisions: String, Sendable, CaseIterable {
        /// Insertions kept, deletions dropped, as if every change had been accepted.
        case accepted
        /// Insertions dropped, deletions kept, as if every change had been rejected.
        case rejected
    }

    /// Which side of tracked changes is read; accepted unless told.
    public var revisions = Revisions.accepted
    /// The encoding of a text source by its IANA name; told from the bytes unless given.
    public var encoding: String?
    /// How much a document may ask for.
    public var limits = Limits()
    /// Forms to look for before the bundled ones; a form with the identifier of a bundled one stands in its place.
    public var forms: [Form] = []
    /// Whether the source's own layout is kept: no repair, no form.
    public var asIs = false

    /// The default options.
    public init() {}
}
