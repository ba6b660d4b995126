import ArgumentParser
import Biaoge

/// How much a document may ask for, an option for each of ``Limits/Name``.
struct LimitArguments: ParsableArguments {
    @Option(name: .limit(.inputBytes), help: .inputBytes)
    var inputBytes = Limits().inputBytes

    @Option(name: .limit(.inflatedBytes), help: .inflatedBytes)
    var inflatedBytes = Limits().inflatedBytes

    @Option(name: .limit(.ratio), help: .ratio)
    var ratio = Limits().ratio

    @Option(name: .limit(.textBytes), help: .textBytes)
    var textBytes = Limits().textBytes

    @Option(name: .limit(.pieces), help: .pieces)
    var pieces = Limits().pieces

    @Option(name: .limit(.attributes), help: .attributes)
    var attributes = Limits().attributes

    @Option(name: .limit(.depth), help: .depth)
    var depth = Limits().depth

    @Option(name: .limit(.columns), help: .columns)
    var columns = Limits().columns

    @Option(name: .limit(.cells), help: .cells)
    var cells = Limits().cells

    mutating func validate() throws {
        let limits = limits
        guard Limits.Name.allCases.allSatisfy({ limits[$0] > 0 && limits[$0] <= Int(Int32.max) * 8 }) else {
            throw ValidationError.limit
        }
    }

    /// The limits as the library takes them.
    var limits: Limits {
        var limits = Limits()
        limits.inputBytes = inputBytes
        limits.inflatedBytes = inflatedBytes
        limits.ratio = ratio
        limits.textBytes = textBytes
        limits.pieces = pieces
        limits.attributes = attributes
        limits.depth = depth
        limits.columns = columns
        limits.cells = cells
        return limits
    }

    /// The same as words of a command line.
    var words: [String] { Limits.Name.allCases.flatMap { ["--\($0.rawValue)", String(limits[$0])] } }
}

extension NameSpecification {
    /// The option that raises a limit.
    fileprivate static func limit(_ name: Limits.Name) -> NameSpecification { .customLong(name.rawValue) }
}
