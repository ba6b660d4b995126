internal import Biaoge

/// Counts the bytes that come out of one file on disk, whatever the directories of the archives inside it claim.
///
/// Entries may share their packed bytes, so that every one of them is harmless and all together are a bomb.
struct UnpackingBudget {
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

    /// Whether nothing may come out any more.
    var isSpent: Bool { spent > Limits.freeBytes && spent / packed > ratio }

    mutating func spend(_ count: Int) throws(ReadError) {
        spent += count
        if isSpent { throw .limit(.ratio, found: spent / packed, allowed: ratio) }
    }
}
