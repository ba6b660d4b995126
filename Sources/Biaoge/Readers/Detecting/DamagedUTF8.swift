/// Tells UTF-8 that was damaged in places from text in another encoding.
enum DamagedUTF8 {
    /// Whether at least 20 longer characters are well-formed for each place that is not.
    ///
    /// Text of a double-byte encoding has hardly a well-formed character of three bytes. Looked at are 64 KiB from the
    /// first damage on, and what stood before it.
    static func isLikely(_ bytes: [UInt8], from start: Int, goodBefore: Int) -> Bool {
        var good = goodBefore
        var bad = 0
        var index = start
        let end = min(bytes.count - 2, start + (1 << 16))
        while index < end {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
            } else if lead >= 0xE1, lead <= 0xEF, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 {
                good += 1
                index += 3
            } else {
                bad += 1
                // The rest of the damaged character is the same damage.
                index += 1
                while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
            }
        }
        return good >= 20 * max(1, bad)
    }
}
