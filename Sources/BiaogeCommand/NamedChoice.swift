public import ArgumentParser
public import Biaoge

/// What an option takes one of: the cases of a type, by their names.
///
/// ArgumentParser has the same for such types, made of key paths and of protocols whose conformances the runtime looks for among
/// all of the program, at every start.
public protocol NamedChoice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> where AllCases == [Self] {}

extension NamedChoice {
    /// The names, for the help.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// The names say what they mean.
    public static var allValueDescriptions: [String: String] { [:] }
}

extension OutputFormat: NamedChoice {}
extension ReadingOptions.Revisions: NamedChoice {}
extension Language: NamedChoice {}
