import Testing
import Zip

@Suite("ZipArchive")
struct ZipArchiveTests {
    @Test(
        "bytes that are no zip are an error",
        arguments: [[0x50, 0x4B, 3, 4], [UInt8](repeating: 7, count: 100)] as [[UInt8]])
    func damaged(bytes: [UInt8]) {
        #expect(throws: ZipError.self) { _ = try ZipArchive(bytes.span) }
    }

    @Test("no bytes are an archive without entries, as libzip has it")
    func empty() throws {
        let bytes: [UInt8] = []
        let archive = try ZipArchive(bytes.span)
        #expect(archive.count == 0)
    }
}
