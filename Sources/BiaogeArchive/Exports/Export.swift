internal import Biaoge

/// One output of the dataset: it is given every document in the order of the sources, once, and keeps none of them.
protocol Export {
    /// Takes a document.
    mutating func add(_ report: borrowing StoredReport) throws
    /// Ends the output.
    mutating func finish() throws
}
