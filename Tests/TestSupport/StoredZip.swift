/// Writes zip archives whose entries are stored as they are, always the same bytes for the same entries.
///
/// What an archive claims can be made wrong on purpose, which no real writer lets a test do.
public struct StoredZip {
    /// One entry, with what it claims.
    public struct Entry {
        /// The name as it stands in the archive.
        public var name: String
        /// The name's bytes, when they are no UTF-8.
        public var nameBytes: [UInt8]?
        /// The content as it stands in the archive.
        public var bytes: [UInt8]
        /// The checksum that is claimed.
        public var checksum: UInt32
        /// The size after inflating that is claimed.
        public var size: UInt32
        /// 0 for stored, 8 for deflated.
        public var method: UInt16 = 0
        /// Bit 0 says that the entry is encrypted.
        public var flags: UInt16 = 0x0800

        /// An honest entry.
        public init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            checksum = crc32(bytes)
            size = UInt32(bytes.count)
        }

        var rawName: [UInt8] { nameBytes ?? Array(name.utf8) }

        /// An honest entry that holds text.
        public init(_ name: String, _ text: String) {
            self.init(name, Array(text.utf8))
        }
    }

    /// The entries, in order.
    public var entries: [Entry]

    /// An archive of entries.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The archive's bytes.
    public var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(archive.count)
            var header: [UInt8] = []
            // Version 2.0, then the flags, the method, and 1980-01-01 as the date.
            for value in [20, entry.flags, entry.method, 0, 0x21] { header += little(value) }
            for value in [entry.checksum, UInt32(entry.bytes.count), entry.size] { header += little(value) }
            header += little(UInt16(entry.rawName.count)) + little(UInt16(0))
            archive += little(UInt32(0x0403_4B50)) + header + entry.rawName + entry.bytes
            directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + header
            directory += [UInt8](repeating: 0, count: 10) + little(offset) + entry.rawName
        }
        let start = UInt32(archive.count)
        archive += directory
        archive += little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(UInt16(entries.count)) + little(UInt16(entries.count))
        archive += little(UInt32(directory.count)) + little(start) + little(UInt16(0))
        return archive
    }
}

func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}
