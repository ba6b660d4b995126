import Foundation
import Testing

@testable import Files

@Suite("Files")
struct FilesTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/biaoge-files-\(UUID().uuidString)"
        try Folder.create(folder + "/a/b")
    }

    @Test("what is written is read back, and nothing else is left behind")
    func roundTrip() throws {
        let path = folder + "/a/b/x.txt"
        let file = try OutputFile(path)
        try file.write([1, 2])
        try file.write([3])
        #expect(!FileManager.default.fileExists(atPath: path))
        try file.commit()
        #expect(try InputFile.read(path, maximumBytes: 10) == [1, 2, 3])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["x.txt"])
    }

    @Test("an output that is never committed leaves nothing behind")
    func abandoned() throws {
        do { _ = try OutputFile(folder + "/x.txt") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }

    @Test("a file over the limit is not read")
    func limit() throws {
        let file = try OutputFile(folder + "/large")
        try file.write([UInt8](repeating: 0, count: 100))
        try file.commit()
        #expect(throws: FileError(.readBeyond(limit: 99), folder + "/large", .fileTooLarge)) {
            try InputFile.read(folder + "/large", maximumBytes: 99)
        }
    }

    @Test("a missing file and an unwritable target are errors that name them")
    func failures() {
        #expect(throws: FileError(.read, folder + "/none", .noSuchFileOrDirectory)) {
            try InputFile.read(folder + "/none", maximumBytes: 1)
        }
        #expect(throws: FileError(.write, folder + "/none/x", .noSuchFileOrDirectory)) { try OutputFile(folder + "/none/x") }
    }

    @Test(
        "a plain file makes its folders, takes another's place and not what that was a link to, and leaves nothing where it fails"
    )
    func plainFile() throws {
        let path = folder + "/new/below/x.txt"
        for bytes in [[1, 2, 3], [4]] as [[UInt8]] {
            try PlainFile.write(bytes, to: path)
            #expect(try InputFile.read(path, maximumBytes: 10) == bytes)
        }
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: path)
        try PlainFile.write([5], to: folder + "/link")
        #expect(try InputFile.read(path, maximumBytes: 10) == [4])
        #expect(try InputFile.read(folder + "/link", maximumBytes: 10) == [5])
        #expect(throws: FileError(.write, path + "/x", .notDirectory)) { try PlainFile.write([6], to: path + "/x") }
        #expect(try Folder.fileCount(below: RawPath(folder)) == 2)
    }
}
