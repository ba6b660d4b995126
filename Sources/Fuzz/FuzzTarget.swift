internal import Foundation

/// What a fuzzer can be set on; the environment's `FUZZ_TARGET` names one.
enum FuzzTarget: String {
    /// The bytes are a zip archive, perhaps with a document in it.
    case zip
    /// The bytes are the parts of a package, parted by NUL, or a flat package.
    case docx
    /// The bytes are a page.
    case html
    /// The bytes are text in some encoding.
    case text
    /// The bytes are a dump in the layout that the first byte chooses.
    case dump
    /// The bytes are edits of a report, which goes the whole way.
    case solver
    /// The bytes are a document, which every writer writes and which is read back.
    case writers

    /// The target of this process.
    static let current: FuzzTarget =
        ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(FuzzTarget.init(rawValue:)) ?? .text

    /// Takes one input through the target; whatever must not be traps.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .zip: ReaderTargets.zip(bytes)
        case .docx: ReaderTargets.docx(bytes)
        case .html: ReaderTargets.html(bytes)
        case .text: ReaderTargets.text(bytes)
        case .dump: ReaderTargets.dump(bytes)
        case .solver: SolverTarget.run(bytes)
        case .writers: WritersTarget.run(bytes)
        }
    }
}

/// libFuzzer calls this with every input that it makes.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.current.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
