extension Finding {
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
