internal import Iconv

/// Names of files and entries, whose encoding nobody states for certain.
enum EntryName {
    /// The name as text: UTF-8 where it is that, else GB18030, as archives packed on Chinese Windows have it.
    ///
    /// The UTF-8 flag of a zip entry (APPNOTE 4.4.4, bit 11) adds nothing: a name that has it and is no UTF-8 is wrong anyway.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let copy = Array(bytes)
        if var decoder = TextDecoder(from: "GB18030") {
            let decoded = decoder.decode(copy.span)
            if decoded.replaced == 0, decoded.cut == 0 { return String(decoding: decoded.utf8, as: UTF8.self) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
