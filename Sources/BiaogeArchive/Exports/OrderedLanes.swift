internal import Dispatch
internal import Synchronization

/// Work that is done on several threads at once and handed out in the order in which it was given.
final class OrderedLanes<Input: Sendable, Output: Sendable> {
    /// One piece of work, and what came of it once that is there.
    private final class Piece: Sendable {
        let outcome = Mutex<Output?>(nil)
        let isDone = DispatchSemaphore(value: 0)
    }

    private let lanes: [(queue: DispatchQueue, work: @Sendable (Input) -> Output)]
    private let deliver: (Output) throws -> Void
    private var pieces: [Piece] = []
    private var given = 0

    /// Threads that do the same kind of work; what comes of it is delivered on the thread that gives it.
    ///
    /// - Parameter works: the work as each thread does it. What they use they had better not share: to count the references of one
    ///   array from two threads takes longer than to copy its bytes.
    init(_ works: [@Sendable (Input) -> Output], deliver: @escaping (Output) throws -> Void) {
        lanes = works.enumerated().map { (DispatchQueue(label: "lane \($0)"), $1) }
        self.deliver = deliver
    }

    /// Waits until no thread works any more, also where an error ended it early: what the work uses, such as unfinished files, goes with it.
    deinit {
        for lane in lanes { lane.queue.sync {} }
    }

    /// Gives a piece of work; when each thread has two in hand, the oldest is waited for and delivered first.
    func give(_ input: Input) throws {
        if pieces.count >= lanes.count * 2 { try deliverFirst() }
        let piece = Piece()
        pieces.append(piece)
        let lane = lanes[given % lanes.count]
        lane.queue.async {
            let outcome = lane.work(input)
            piece.outcome.withLock { $0 = outcome }
            piece.isDone.signal()
        }
        given += 1
    }

    /// Waits for everything that was given.
    func finish() throws {
        while !pieces.isEmpty { try deliverFirst() }
    }

    private func deliverFirst() throws {
        let piece = pieces.removeFirst()
        piece.isDone.wait()
        if let outcome = piece.outcome.withLock({ $0.take() }) { try deliver(outcome) }
    }
}
