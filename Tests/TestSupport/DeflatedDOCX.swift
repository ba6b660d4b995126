import Zip

extension DOCXBuilder {
    /// The package as a word processor packs it.
    public func deflated() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try ZipWriter.write(entries.map { ZipWriter.Entry(name: $0.name, content: $0.bytes) }, level: 6) { bytes += $0 }
        return bytes
    }
}
