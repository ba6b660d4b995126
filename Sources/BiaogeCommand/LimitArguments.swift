import ArgumentParser
import Biaoge

/// How much a document may ask for, an option for each of ``Limits/Name``.
struct LimitArguments: ParsableArguments {
    @Option(name: .limit(.inputBytes), help: ArgumentHelp("Bytes of one input.", valueName: "bytes"))
    var inputBytes = Limits().inputBytes

    @Option(
        name: .limit(.inflatedBytes), help: ArgumentHelp("Bytes of the parts of a package after inflating.", valueName: "bytes"))
    var inflatedBytes = Limits().inflatedBytes

    @Option(name: .limit(.ratio), help: ArgumentHelp("Inflated bytes for each packed byte.", valueName: "number"))
    var ratio = Limits().ratio

    @Option(
        name: .limit(.textBytes), help: ArgumentHelp("Bytes of text in one part of a package, page or dump.", valueName: "bytes"))
    var textBytes = Limits().textBytes

    @Option(name: .limit(.pieces), help: ArgumentHelp("Headings, paragraphs and tables of one document.", valueName: "number"))
    var pieces = Limits().pieces

    @Option(name: .limit(.depth), help: ArgumentHelp("Elements inside each other.", valueName: "number"))
    var depth = Limits().depth

    @Option(name: .limit(.columns), help: ArgumentHelp("Columns of one table.", valueName: "number"))
    var columns = Limits().columns

    @Option(name: .limit(.cells), help: ArgumentHelp("Grid positions of one table.", valueName: "number"))
    var cells = Limits().cells

    mutating func validate() throws {
        let limits = limits
        guard Limits.Name.allCases.allSatisfy({ limits[$0] > 0 && limits[$0] <= Int(Int32.max) * 8 }) else {
            throw ValidationError("A limit is a whole number above 0.")
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
