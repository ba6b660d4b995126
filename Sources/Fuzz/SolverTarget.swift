internal import Files

@testable import Biaoge

/// Edits of a report that has a form: the first byte chooses the report, every three bytes that follow are an edit.
enum SolverTarget {
    private static let reports: [[[UInt8]]] = [
        "tab-dump", "cell-dump", "pipe-lines", "space-dump", "line-dump", "tab-dump-broken", "wrong-sums",
    ].compactMap { name in
        guard let bytes = try? InputFile.read("Samples/\(name)/report.txt", maximumBytes: 1 << 20) else { return nil }
        return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    /// What is put into lines.
    private static let pieces: [[UInt8]] = [
        "\t", " ", "　", "|", "0", "1", "12", "-3", "—", "/", "无", "合计", "总计", "三、", "（一）", "1.", "- 2 -", "，", "．", "元", "万元",
        "第二十条第（一）项",
        "\u{C}", "\n", "\t0\t0", "1 2", "其他", "尚未审结",
    ].map { Array($0.utf8) }

    static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first, !reports.isEmpty else { return }
        var lines = reports[Int(first) % reports.count]
        var rest = bytes.dropFirst()
        while rest.count >= 4 {
            let edit = Array(rest.prefix(4))
            rest = rest.dropFirst(4)
            apply(edit, to: &lines)
        }
        WholeReading.run(Array(lines.joined(separator: [0x0A])))
    }

    private static func apply(_ edit: [UInt8], to lines: inout [[UInt8]]) {
        let index = (Int(edit[1]) << 1 | Int(edit[0] >> 7)) % max(1, lines.count)
        let argument = Int(edit[2])
        guard lines.indices.contains(index) else { return }
        let position = lines[index].isEmpty ? 0 : argument % (lines[index].count + 1)
        switch edit[0] & 0x0F {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: index)
        case 2 where index + 1 < lines.count: lines[index] += lines.remove(at: index + 1)
        case 3 where index + 1 < lines.count: lines[index] += [0x09] + lines.remove(at: index + 1)
        case 4:
            lines.insert(Array(lines[index][position...]), at: index + 1)
            lines[index].removeSubrange(position...)
        case 5: lines.swapAt(index, argument * 2 % lines.count)
        case 6: lines[index].insert(contentsOf: pieces[Int(edit[3]) % pieces.count], at: position)
        case 7 where position < lines[index].count: lines[index].remove(at: position)
        case 8: replaceField(argument, of: &lines[index], by: pieces[Int(edit[3]) % pieces.count])
        case 9: removeField(argument, of: &lines[index])
        case 10: lines[index].removeAll { $0 == 0x09 }
        case 11: lines[index] = lines[index].map { $0 == 0x09 ? 0x20 : $0 }
        case 12: lines[index] = lines[index].map { $0 == 0x30 ? UInt8(0x30 + edit[3] % 10) : $0 }
        case 13 where position < lines[index].count: lines[index][position] = edit[3]
        case 14: lines.insert(contentsOf: lines.suffix(from: index).prefix(argument % 40), at: Int(edit[3]) % lines.count)
        default: lines.insert([], at: index)
        }
    }

    private static func replaceField(_ number: Int, of line: inout [UInt8], by field: [UInt8]) {
        var fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        fields[number % fields.count] = field[...]
        line = Array(fields.joined(separator: [0x09]))
    }

    private static func removeField(_ number: Int, of line: inout [UInt8]) {
        var fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        fields.remove(at: number % fields.count)
        line = Array(fields.joined(separator: [0x09]))
    }
}
