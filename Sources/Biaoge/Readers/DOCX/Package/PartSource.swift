import XML

/// What holds the parts of a package: a zip archive, or one flat XML document.
protocol PartSource {
    /// Whether there is a part of that name.
    func contains(_ part: PartName) -> Bool
    /// The content type that the container itself states for a part (Flat OPC); `nil` where `[Content_Types].xml` does.
    func contentType(of part: PartName) -> String?
    /// Every part that states its own content type.
    var typedParts: [PartName] { get }
    /// Streams a part into a handler.
    func parse<Handler: XMLHandler>(_ part: PartName, into handler: inout Handler, vocabulary: Vocabulary) throws(ReadError)
}

/// Runs a parse and says what went wrong in the terms of ``ReadError``, with the part's name.
func namingErrors(of part: PartName, limits: Limits, _ parse: () throws -> Void) throws(ReadError) {
    do {
        try parse()
    } catch let error as ReadError {
        throw error
    } catch XMLError.malformed(let line, let message) {
        throw .malformedXML(part: part.description, line: line, message: message)
    } catch XMLError.documentType {
        throw .documentType(part: part.description)
    } catch XMLError.depth(let allowed) {
        throw .limit(.depth, found: allowed + 1, allowed: allowed)
    } catch XMLError.piece(let allowed) {
        throw .limit(.textBytes, found: allowed + 1, allowed: allowed)
    } catch XMLError.attributes(let allowed) {
        throw .limit(.attributes, found: allowed + 1, allowed: allowed)
    } catch XMLError.names(let allowed) {
        throw .limit(.pieces, found: allowed + 1, allowed: allowed)
    } catch {
        throw .malformedXML(part: part.description, line: 0, message: String(describing: error))
    }
}
