/// Reads a corrections file: CSV with the columns source, sha256, key, value, reason; source or sha256 may be empty. Lines without a
/// value are still to be filled in and count nothing.
enum CorrectionsFile {
    /// - Throws: `FileError`, and ``InputProblem`` where a line is wrong.
    static func read(_ path: String) throws -> [Corrections.Row] {
        var table = try CSVReader(path: path)
        let columns = ["source", "sha256", "key", "value", "reason"]
        guard let header = table.next(), header == columns else {
            throw InputProblem(
                path, line: 1, "表头应为 source,sha256,key,value,reason", "the header must be source,sha256,key,value,reason")
        }
        var rows: [Corrections.Row] = []
        while true {
            let line = table.line
            guard var fields = table.next() else { return rows }
            if fields == [""] { continue }
            while fields.count < columns.count { fields.append("") }
            guard fields.count == columns.count else {
                throw InputProblem(path, line: line, "列数不对", "it has \(fields.count) fields, not five")
            }
            if fields[3].isEmpty { continue }
            guard !fields[0].isEmpty || !fields[1].isEmpty else {
                throw InputProblem(path, line: line, "缺少 source 和 sha256", "source and sha256 are both empty")
            }
            guard !fields[2].isEmpty else { throw InputProblem(path, line: line, "缺少 key", "key is empty") }
            guard isNumber(fields[3]) else {
                throw InputProblem(
                    path, line: line, "“\(fields[3])”不是数", "\(fields[3]) is no number; write digits, with . and - where needed")
            }
            rows.append(
                Corrections.Row(
                    source: fields[0], sha256: fields[1].lowercased(),
                    correction: Correction(key: fields[2], value: fields[3], reason: fields[4])))
        }
    }

    /// Whether a text is a number as the contract writes it: ASCII digits, `.`, `-`; no separators, no leading zeros.
    static func isNumber(_ text: String) -> Bool {
        var digits = Array(text.utf8)
        if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
        return areDigits && digits.count <= 16 && (parts[0].count == 1 || parts[0].first != 0x30)
    }
}
