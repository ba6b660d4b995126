internal import Dispatch

/// Work that is done on several threads at once, of which a last part is done in the order in which it was given.
///
/// Each thread takes the next piece that nobody has. The last parts are done by whichever thread finds the turn free, one after another for
/// as long as the next one is there; so no thread ever waits for its turn, since to be woken takes longer than many a last part.
final class OrderedLanes<Input: Sendable, Output: Sendable> {
    /// What the threads share.
    private final class Shared: Sendable {
        private struct State {
            /// What was given and nobody has taken, the oldest first.
            var waiting: [(number: Int, input: Input)] = []
            var given = 0
            /// What waits for its last part.
            var done: [Int: Output] = [:]
            /// Whose last part comes next, and whether a thread is at one.
            var turn = 0
            var isTaken = false
            /// What went wrong first; no last part is done any more then.
            var failure: (any Error)?

            /// What may have its last part now; nothing when a thread is at one, or the next is not there yet.
            mutating func takeTurn() -> Output? {
                guard !isTaken, let output = done.removeValue(forKey: turn) else { return nil }
                turn += 1
                isTaken = true
                return output
            }
        }

        private let work: @Sendable (Input) -> Output
        private let inTurn: @Sendable (inout Output) throws -> Void
        private let state = Guarded(State())
        /// How many pieces wait for a thread.
        let pieces = DispatchSemaphore(value: 0)
        /// How many pieces may still be given before one is done.
        let room = DispatchSemaphore(value: 0)

        init(_ work: @escaping @Sendable (Input) -> Output, _ inTurn: @escaping @Sendable (inout Output) throws -> Void) {
            self.work = work
            self.inTurn = inTurn
        }

        var failure: (any Error)? { state.withLock { $0.failure } }

        func give(_ input: Input) {
            state.withLock { state in
                state.waiting.append((state.given, input))
                state.given += 1
            }
            pieces.signal()
        }

        /// Takes one piece after another until none is there although one was announced.
        func run() {
            while true {
                pieces.wait()
                guard let piece = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) else { return }
                var output = Optional(work(piece.input))
                var next = state.withLock { state in
                    // Not a second hold on it: the thread that does its last part is to be the only one that has it.
                    state.done[piece.number] = output.take()
                    return state.takeTurn()
                }
                while var output = next.take() {
                    doLastPart(&output)
                    room.signal()
                    next = state.withLock { state in
                        state.isTaken = false
                        return state.takeTurn()
                    }
                }
            }
        }

        private func doLastPart(_ output: inout Output) {
            guard failure == nil else { return }
            do { try inTurn(&output) } catch { state.withLock { $0.failure = error } }
        }
    }

    private let shared: Shared
    private let threads: [DispatchQueue]
    private var isOver = false

    /// So many threads, which share what they use: its references had better not be counted in an inner loop, since that takes longer than
    /// to copy the bytes.
    ///
    /// - Parameters:
    ///   - work: what is done at once.
    ///   - inTurn: what is done in order, by one thread at a time; nobody else holds what it is given.
    init(_ count: Int, work: @escaping @Sendable (Input) -> Output, inTurn: @escaping @Sendable (inout Output) throws -> Void) {
        let shared = Shared(work, inTurn)
        self.shared = shared
        threads = (0..<max(1, count)).map { DispatchQueue(label: "lane \($0)") }
        for thread in threads {
            for _ in 0..<2 { shared.room.signal() }
            thread.async { shared.run() }
        }
    }

    /// Waits until no thread works any more, also where an error ended it early: what the work uses, such as unfinished files, goes with it.
    deinit { end() }

    /// Gives a piece of work, and waits first while there are two in hand for each thread.
    ///
    /// - Throws: what a last part has thrown.
    func give(_ input: Input) throws {
        shared.room.wait()
        if let failure = shared.failure { throw failure }
        shared.give(input)
    }

    /// Waits until all that was given is done; nothing more can be given then.
    ///
    /// - Throws: what a last part has thrown.
    func finish() throws {
        end()
        if let failure = shared.failure { throw failure }
    }

    private func end() {
        guard !isOver else { return }
        isOver = true
        for _ in threads { shared.pieces.signal() }
        for thread in threads { thread.sync {} }
    }
}
