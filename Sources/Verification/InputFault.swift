/// Why a row's inputs cannot be computed with: a value with a stable name.
public struct InputFault: Error, Sendable, Equatable {
  /// The raw value is what scripts may rely on.
  public enum Name: String, Sendable {
    /// The model needs an input that is not there.
    case missing = "missing-input"
    /// A text where a number should be, and the like.
    case mistyped = "mistyped-input"
    /// A value that the model has no answer for.
    case outOfRange = "input-out-of-range"
  }

  public let name: Name
  /// `vol is -0.2`
  public let message: String
  /// `vol is from 0 up`
  public let cure: String

  init(_ name: Name, _ message: String, cure: String) {
    self.name = name
    self.message = message
    self.cure = cure
  }
}

/// A row that asks for something the model does not do yet: never a pass, never a fault.
struct NotSupported: Error {
  /// Why, in a few words.
  let reason: String
}
