/// A term that has been stated and that no figure counts: it is listed, not forgotten.
///
///     StatedTerm(name: "budget", text: "38M")
public struct StatedTerm: Sendable, Equatable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
