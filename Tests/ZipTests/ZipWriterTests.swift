import Testing

@testable import Zip

@Suite("ZipWriter")
struct ZipWriterTests {
    struct Stop: Error {}

    private func pack(_ entries: [ZipWriter.Entry]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try ZipWriter.write(entries) { bytes += $0 }
        return bytes
    }

    private func content(_ archive: borrowing ZipArchive, _ index: Int) throws -> [UInt8] {
        guard let entry = archive.entry(at: index) else { return [] }
        var reader = try archive.open(entry)
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1000)
        while true {
            var span = buffer.mutableSpan
            let count = try reader.read(into: &span)
            if count == 0 { return content }
            content += buffer[..<count]
        }
    }

    @Test("entries are read back as they were written, however they were cut")
    func roundTrip() throws {
        var rest = 300
        let long = ZipWriter.Entry(name: "文件/long.xml") {
            guard rest > 0 else { return nil }
            rest -= 1
            return [UInt8](repeating: UInt8(rest & 0xFF), count: 1 + rest * 7)
        }
        let expected = (0..<300).reversed().flatMap { [UInt8](repeating: UInt8($0 & 0xFF), count: 1 + $0 * 7) }
        let bytes = try pack([ZipWriter.Entry(name: "a", content: [1, 2, 3]), long, ZipWriter.Entry(name: "empty", content: [])])
        let archive = try ZipArchive(bytes.span)
        let (count, entry) = (archive.count, archive.entry(at: 1))
        #expect(count == 3)
        #expect(entry?.name == "文件/long.xml")
        #expect(entry?.size == expected.count)
        let contents = [try content(archive, 0), try content(archive, 1), try content(archive, 2)]
        #expect(contents == [[1, 2, 3], expected, []])
    }

    @Test("the same entries give the same bytes, without the fields of archives above 4 GiB")
    func deterministic() throws {
        let first = try pack([ZipWriter.Entry(name: "a", content: [UInt8](repeating: 7, count: 5000))])
        let second = try pack([ZipWriter.Entry(name: "a", content: [UInt8](repeating: 7, count: 5000))])
        #expect(first == second)
        // Version needed to extract: 2.0 (APPNOTE 4.4.3); 4.5 would mean ZIP64.
        #expect(first[4] == 20)
    }

    @Test("an entry that fails ends the archive with its own error")
    func failure() {
        let failing = ZipWriter.Entry(name: "a") { throw Stop() }
        #expect(throws: Stop.self) { try pack([ZipWriter.Entry(name: "b", content: [1]), failing]) }
    }

    @Test("two entries of one name are refused")
    func duplicate() {
        let entry = ZipWriter.Entry(name: "a", content: [1])
        #expect(throws: ZipError.self) { try pack([entry, entry]) }
    }
}
