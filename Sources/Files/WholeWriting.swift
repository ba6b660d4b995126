internal import SystemPackage

extension FileDescriptor {
    /// Writes all the bytes. (For `writeAll`, which takes any sequence, the runtime makes types, and looks through all conformances of the
    /// program.)
    func write(whole bytes: [UInt8]) throws {
        try unsafe bytes.withUnsafeBytes { bytes in
            var rest = unsafe bytes[...]
            while unsafe !rest.isEmpty {
                let written = try unsafe write(UnsafeRawBufferPointer(rebasing: rest))
                unsafe rest = unsafe rest.dropFirst(written)
            }
        }
    }
}
