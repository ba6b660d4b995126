/// Values that a person sets by hand, because the source has them wrong or lost.
extension Document {
    /// Sets the value of a slot; its note says what stood before.
    ///
    /// - Parameters:
    ///   - key: the slot's key.
    ///   - number: the number as the contract writes it: ASCII digits, `.`, `-`.
    ///   - reason: why, in the words of the person.
    /// - Returns: false when the document has no such slot.
    public mutating func correct(_ key: String, to number: String, reason: String) -> Bool {
        guard let index = values.firstIndex(where: { $0.key.utf8.elementsEqual(key.utf8) }) else { return false }
        let before = values[index]
        var note = "was \(before.number.isEmpty ? before.state.rawValue : "\(before.number) (\(before.state.rawValue))")"
        if !before.note.isEmpty { note += ", \(before.note)" }
        if !reason.isEmpty { note += ": \(reason)" }
        values[index].number = number
        values[index].state = .corrected
        values[index].note = note
        return true
    }

    /// Checks the document anew; what the checks found before is dropped.
    ///
    /// - Parameter forms: forms that were given besides the bundled ones.
    public mutating func checkAgain(forms: [Form]) {
        findings.removeAll { $0.isFailure || $0.isHint }
        findings += checked(by: Form.bundled(and: forms))
    }
}
