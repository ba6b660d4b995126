internal import XML

/// Reads a page of HTML: its tables with their cells placed as WHATWG HTML places them, and the text around them as headings and
/// paragraphs.
///
/// Streamed: of the page only the text is kept. What stands in a table that only arranges the page comes into the document's
/// blocks as if that table were not there; navigation and the box that describes the page do not. All these tables themselves are
/// kept among the tables, marked.
enum HTMLReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        var handler = PageHandler(limits: options.limits)
        let page = ConditionalMarks.removed(from: source.bytes)
        let isComplete: Bool
        do {
            // Inline elements are left open by the thousand in real pages, so the parser's own stack may be deep;
            // the handler counts what matters.
            var limits = options.limits.parsing
            limits.depth &*= 64
            isComplete = try HTMLParser.parse(&handler, vocabulary: HTMLName.vocabulary, limits: limits, utf8: page.span)
        } catch let error as ReadError {
            throw error
        } catch XMLError.attributes(let allowed) {
            throw .limit(.attributes, found: allowed + 1, allowed: allowed)
        } catch XMLError.names(let allowed) {
            throw .limit(.pieces, found: allowed + 1, allowed: allowed)
        } catch {
            throw .limit(.depth, found: options.limits.depth + 1, allowed: options.limits.depth)
        }
        var document = Document(format: .html)
        document.encoding = source.detection.encoding
        document.findings = source.findings
        handler.finish(into: &document)
        try document.readTypedTables(options)
        if !isComplete { document.findings.append(Finding(.pageNotReadToEnd)) }
        return document
    }
}
