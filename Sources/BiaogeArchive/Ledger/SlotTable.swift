internal import Biaoge
internal import GRDB

/// Every slot of every form with a number, by which the ledger and the workers call it.
struct SlotTable {
    /// One slot.
    struct Entry: Sendable {
        var form: String
        var part: String
        var key: String
        var rowLabel: String
        var columnLabel: String
        var unit: String
    }

    /// The slots of all forms in order.
    let entries: [Entry]
    private let numbers: [String: [String: Int]]
    /// What people call each form, by its identifier.
    private let formTitles: [String: String]
    /// What people call each part, by its identifier, which means the same in every form.
    private let partTitles: [String: String]

    /// The slots of forms, those given by hand before the bundled ones.
    init(forms: [Form]) {
        var entries: [Entry] = []
        var numbers: [String: [String: Int]] = [:]
        var formTitles: [String: String] = [:]
        var partTitles: [String: String] = [:]
        for form in forms + Form.bundled where formTitles[form.id] == nil {
            formTitles[form.id] = form.title
            for part in form.parts {
                if partTitles[part.id] == nil { partTitles[part.id] = part.title }
                for slot in part.slots {
                    numbers[form.id, default: [:]][slot.key] = entries.count
                    var unit = ""
                    if case .amount(let named) = slot.content { unit = named ?? "" }
                    entries.append(
                        Entry(
                            form: form.id, part: part.id, key: slot.key, rowLabel: slot.rowLabel,
                            columnLabel: slot.columnLabel, unit: unit))
                }
            }
        }
        self.entries = entries
        self.numbers = numbers
        self.formTitles = formTitles
        self.partTitles = partTitles
    }

    /// What people call a form.
    func title(ofForm form: String) -> String { formTitles[form] ?? form }

    /// What people call a part.
    func title(ofPart part: String) -> String { partTitles[part] ?? part }

    /// The number of a slot.
    ///
    /// - Parameter last: the number of the value before, as values mostly come in the order of their form.
    func number(form: String, key: String, behind last: Int) -> Int? {
        let next = last + 1
        if entries.indices.contains(next), entries[next].key == key, entries[next].form == form { return next }
        return numbers[form]?[key]
    }

    /// All keys, each once: those of the first form in its order, then what the others have besides.
    var keys: [String] {
        var seen: Set<String> = []
        return entries.map(\.key).filter { seen.insert($0).inserted }
    }
}

extension Ledger {
    /// Writes the slots into the ledger, where the views look them up.
    func store(_ slots: SlotTable) throws {
        try change {
            try database.execute(sql: "DELETE FROM slots")
            let insert = try database.makeStatement(sql: "INSERT INTO slots VALUES (?, ?, ?, ?, ?, ?, ?)")
            for (number, slot) in slots.entries.enumerated() {
                try insert.execute(
                    arguments: [number, slot.form, slot.part, slot.key, slot.rowLabel, slot.columnLabel, slot.unit])
            }
        }
    }
}
