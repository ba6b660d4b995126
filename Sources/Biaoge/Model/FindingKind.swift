extension Finding {
    /// What kinds of findings there are. The raw value is the `kind` of the JSON output and stays stable.
    ///
    /// What a kind means, and what its arguments are, is its wording: see ``Finding/message(in:)``.
    public enum Kind: String, Sendable, CaseIterable {
        // Tables
        case overlappingSpan = "overlapping-span"
        case coveredCell = "covered-cell"
        case hangingRowSpan = "hanging-row-span"

        // Encodings of text
        case wrongEncodingLabel = "wrong-encoding-label"
        case uncertainEncoding = "uncertain-encoding"
        case undecodableBytes = "undecodable-bytes"
        case cutCharacter = "cut-character"
        case nulInText = "nul-in-text"

        // DOCX
        case unknownElement = "unknown-element"
        case contentNotRead = "content-not-read"
        case trackedChanges = "tracked-changes"
        case commentsLeftOut = "comments-left-out"
        case marginTablesLeftOut = "margin-tables-left-out"
        case hiddenTextLeftOut = "hidden-text-left-out"
        case mergedTextLeftOut = "merged-text-left-out"
        case unknownNumberFormat = "unknown-number-format"
        case unknownSymbol = "unknown-symbol"
        case fieldWithoutResult = "field-without-result"
        case unclosedField = "unclosed-field"

        // HTML
        case textBetweenRows = "text-between-rows"
        case pageNotReadToEnd = "page-not-read-to-end"

        // Dumps and layout
        case separatorRow = "separator-row"
        case pageNumber = "page-number"
        case converterMark = "converter-mark"
        case joinedParagraph = "joined-paragraph"
        case sectionNumber = "section-number"
        case spacedTitle = "spaced-title"
        case otherReport = "other-report"
        case joinedTable = "joined-table"
        case raggedRow = "ragged-row"
        case spacedHeader = "spaced-header"

        // Repair
        case unknownRow = "unknown-row"
        case rowMoved = "row-moved"
        case rowPlacedByOrder = "row-placed-by-order"
        case rowLost = "row-lost"
        case rowTwice = "row-twice"
        case columnsReordered = "columns-reordered"
        case columnsUnknown = "columns-unknown"
        case rowDoubted = "row-doubted"
        case valuesUnplaced = "values-unplaced"
        case valuePlaced = "value-placed"
        case valueDerived = "value-derived"
        case valueAmbiguous = "value-ambiguous"
        case valueMissing = "value-missing"
        case unitConverted = "unit-converted"
        case partMissing = "part-missing"

        // Checks: sums
        case identityFails = "identity-fails"
        case identityFailsIfBlankIsZero = "identity-fails-if-blank-is-zero"
        case identityHoldsIfBlankIsZero = "identity-holds-if-blank-is-zero"
        case identityNotAssessable = "identity-not-assessable"

        // Checks: hints
        case rulesOfTownship = "rules-of-township"
        case formOfOtherYears = "form-of-other-years"
        case emptySection = "empty-section"
        case textAgainstTable = "text-against-table"
        case feeInYuan = "fee-in-yuan"

        // Writers
        case noTable = "no-table"
        case noForm = "no-form"
        case noSuchTable = "no-such-table"
        case spansFlattened = "spans-flattened"
        case derivedWithheld = "derived-withheld"
        case ambiguousWithheld = "ambiguous-withheld"
        case missingWithheld = "missing-withheld"

        // Across reports
        case carriedOverDiffers = "carried-over-differs"
        case inForceDiffers = "in-force-differs"
        case reportedTwice = "reported-twice"
        case issuersJoined = "issuers-joined"
        case notReported = "not-reported"
        case differsFromSum = "differs-from-sum"
    }

    /// Whether something about the report itself does not add up, and `check` ends with 1 for it.
    public var isFailure: Bool { kind == .identityFails || kind == .identityFailsIfBlankIsZero }

    /// Whether it comes from a check and is no failure: a sum that cannot be judged, or something a person may want to look at.
    public var isHint: Bool {
        switch kind {
        case .identityHoldsIfBlankIsZero, .identityNotAssessable, .rulesOfTownship, .formOfOtherYears, .emptySection,
            .textAgainstTable, .feeInYuan:
            true
        default: false
        }
    }
}
