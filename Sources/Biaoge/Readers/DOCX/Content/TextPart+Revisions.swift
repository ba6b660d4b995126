import XML

/// Tracked changes, alternatives and fields: what is there twice or hidden, and which of it shows.
extension TextPart {
    /// Whether something inserted or deleted does not show, on the side of the changes that is read.
    mutating func isGone(_ change: Action) -> Bool {
        findings.revisions += 1
        return (change == .inserted) == (options.revisions == .rejected)
    }

    mutating func beginRevision(_ change: Action) {
        if isGone(change) { skip() }
    }

    /// Takes the first branch that is understood, and only that (ECMA-376 part 3, 7.5).
    mutating func beginBranch(_ branch: Action, _ element: borrowing StartElement) {
        guard let last = alternates.indices.last, !alternates[last] else {
            skip()
            return
        }
        let isUnderstood = branch == .fallback || requirementsAreUnderstood(element.string(.requires) ?? "")
        alternates[last] = isUnderstood
        if !isUnderstood { skip() }
    }

    /// The prefixes are those that every writer uses for its drawing and extension namespaces.
    private func requirementsAreUnderstood(_ prefixes: String) -> Bool {
        prefixes.split(separator: " ").allSatisfy { prefix in
            ["wps", "wpg", "wpc", "wp14", "wpi", "a14", "c14", "v", "o", "w10"].contains(prefix)
                || prefix.utf8.starts(with: "w1".utf8)
        }
    }

    mutating func beginField(_ action: Action, _ element: borrowing StartElement) {
        switch action {
        case .fieldCharacter:
            mode = .formField
            if element.has(.fldCharType, "begin") {
                fields.begin()
            } else if element.has(.fldCharType, "separate") {
                fields.separate()
            } else if let field = fields.end(), !field.isInResult {
                showUncalculated(field)
            }
        case .checked: fields.withInnermost { $0.isChecked = element.isOn }
        case .checkedByDefault:
            fields.withInnermost {
                $0.isCheckedByDefault = element.isOn
                $0.choice = element.integer(.val) ?? 0
            }
        case .listEntry: fields.withInnermost { $0.entries.append(element.string(.val) ?? "") }
        case .listChoice: fields.withInnermost { $0.choice = element.integer(.val) ?? 0 }
        default: break
        }
    }

    /// A field that ended without a result.
    private mutating func showUncalculated(_ field: Fields.Open) {
        if let text = field.formText {
            addShown(text)
        } else if !field.isInvisible, !fields.hidesText {
            findings.fieldsWithoutResult.insert(field.name)
        }
    }

    /// Ends fields that never ended.
    mutating func closeFields(beyond count: Int) {
        if fields.closeAll(beyond: count) { findings.unclosedFields += 1 }
    }
}
