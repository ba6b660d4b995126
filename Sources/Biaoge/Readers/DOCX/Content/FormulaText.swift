/// Writes a formula (Office Math, ECMA-376 part 1, 22.1) as a line of text: `x^2`, `(a+b)/c`, `√(x)`.
struct FormulaText: Sendable {
    /// A delimiter, fraction, radical, script or operator that has begun.
    struct Part: Sendable {
        var start: Int
        var begin = "("
        var end = ")"
        var character = "∫"
        /// Whether an operand has been written.
        var hasOperand = false
    }

    var parts: [Part] = []

    /// Puts brackets around what was written since `start` when it is more than one sign or number.
    static func bracket(_ text: inout [UInt8], from start: Int) {
        guard start < text.count else { return }
        let isSimple = text[start...].allSatisfy {
            ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z"))
                || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                || $0 == UInt8(ascii: ".") || $0 >= 0x80
        }
        guard !isSimple else { return }
        text.insert(UInt8(ascii: "("), at: start)
        text.append(UInt8(ascii: ")"))
    }
}
