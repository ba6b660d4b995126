/// An element that is open: where the reader was before it, and what was done with it.
struct Frame: Sendable {
    let mode: Mode
    let action: Action
}

/// The open elements, outer before inner.
///
/// Two operations for every element of a document: the first levels, which is all that real documents have, lie inside
/// the value itself.
struct FrameStack: Sendable {
    private static let inlineCount = 64

    private var inline = InlineArray<64, Frame>(repeating: Frame(mode: .part, action: .ignore))
    private var overflow: [Frame] = []
    private(set) var count = 0

    @inline(__always)
    mutating func push(_ frame: Frame) {
        if count < FrameStack.inlineCount {
            inline[count] = frame
        } else {
            overflow.append(frame)
        }
        count += 1
    }

    @inline(__always)
    mutating func pop() -> Frame? {
        guard count > 0 else { return nil }
        count -= 1
        return count < FrameStack.inlineCount ? inline[count] : overflow.popLast()
    }

    /// The action of an open element, counted from the innermost, which is 0.
    func action(_ back: Int) -> Action? {
        let index = count - 1 - back
        guard index >= 0 else { return nil }
        return index < FrameStack.inlineCount ? inline[index].action : overflow[index - FrameStack.inlineCount].action
    }
}
