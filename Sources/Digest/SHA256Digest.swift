internal import Crypto

/// The SHA-256 of bytes (FIPS 180-4), by which equal documents are told.
public enum SHA256Digest {
    /// The digest in lower-case hexadecimal, 64 characters.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
