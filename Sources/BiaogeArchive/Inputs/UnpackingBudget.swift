internal import Biaoge

/// Counts the bytes that come out of one file on disk, whatever the directories of the archives inside it claim.
///
/// Entries may share their packed bytes, so that every one of them is harmless and all together are a bomb.
struct UnpackingBudget {
    /// Below this a file may inflate as it likes.
    static let freeBytes = 16 << 20

    private var spent = 0
    private let packed: Int
    private let ratio: Int

    /// - Parameters:
    ///   - packed: the bytes of the file.
    ///   - ratio: how many may come out for each of them.
    init(packed: Int, ratio: Int) {
        self.packed = max(1, packed)
        self.ratio = ratio
    }

    mutating func spend(_ count: Int) throws(ReadError) {
        spent += count
        try check()
    }

    /// Throws when nothing may come out any more.
    func check() throws(ReadError) {
        guard spent <= Self.freeBytes || spent / packed <= ratio else {
            throw .limit(.ratio, found: spent / packed, allowed: ratio)
        }
    }
}
