/// What a run came to.
public struct ArchiveSummary: Sendable, Hashable {
    /// Documents in the dataset.
    public var documents = 0
    /// Documents that this run has read; the others were known.
    public var read = 0
    /// Documents with a recognised form.
    public var recognised = 0
    /// Documents with at least one repaired or derived value.
    public var repaired = 0
    /// Documents with at least one identity that fails.
    public var failing = 0
    /// Documents that could not be read.
    public var failed = 0
    /// The exit code of the first document that could not be read.
    public var firstFailureCode = 0
    /// Documents of an earlier run that are no longer in the inputs.
    public var gone = 0
    /// Files that are no documents.
    public var skipped = SkippedFiles()
    /// Inputs that could not be opened.
    public var missingInputs: [String] = []
    /// Corrections that fit nothing: source or digest, and key.
    public var unfittingCorrections: [String] = []
    /// Findings between reports.
    public var acrossFindings = 0
    /// Names of issuers that were taken as one, for each issuer.
    public var joinedIssuers: [[String]] = []
    /// Those who should have reported and have not.
    public var notReported = 0
    /// Slots in which the report given to compare differs from the sum.
    public var differences = 0
    /// Whether the file of values to fill in was left alone because a person has written into it.
    public var keptTemplate = false

    init() {}
}

/// How far a run is.
public struct ArchiveProgress: Sendable, Hashable {
    /// Documents met so far.
    public var documents = 0
    /// Documents that had to be read and are done.
    public var read = 0
    /// The share of the inputs' bytes that is behind us, from 0 to 1; `nil` when it is not known.
    public var share: Double?
    /// Whether the inputs are done and the dataset is being written.
    public var isExporting = false
}
