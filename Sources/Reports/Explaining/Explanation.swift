import Quantities

/// A field of the scenario as the user wrote it, with its place.
public struct SourceField: Sendable, Hashable {
  /// `seattle.bonus.target`
  public let path: String
  public let text: String
  public let file: String
  public let line: Int

  public init(path: String, text: String, file: String, line: Int) {
    self.path = path
    self.text = text
    self.file = file
    self.line = line
  }
}

/// Where a figure comes from: what it is, its formula, and everything that went into it.
public struct Explanation: Sendable {
  /// Another figure that it is made of.
  public struct Part: Sendable, Hashable {
    /// The figure's path, or a name for what is no figure of its own.
    public let figure: String
    public let value: JSONValue
    public var note: String

    init(_ figure: String, _ value: JSONValue, note: String = "") {
      self.figure = figure
      self.value = value
      self.note = note
    }
  }

  /// A row of a survey that it rests on.
  public struct DataRow: Sendable, Hashable {
    public let dataset: String
    public let file: String
    public let line: Int
    public let release: String
    public let date: String
    public let reference: String
  }

  /// How a column of numbers makes the figure.
  public enum Rule: String, Sendable {
    /// The parts add up to it.
    case sum
    /// It follows from the parts by the formula.
    case formula
    /// It is one of the inputs.
    case given
  }

  public let figure: String
  public let value: JSONValue
  /// `USD`, `share`, `months`, `count`, ...
  public let unit: String
  public let meaning: String
  public var formula: String
  public var rule = Rule.formula
  public var parts: [Part] = []
  /// The payments that add up to it, one a row.
  public var payments: Sheet?
  /// Figures that come with the part and make no part of it.
  public var facts: [Part] = []
  public var fields: [SourceField] = []
  public var defaults: [Parameter] = []
  public var data: [DataRow] = []
  /// The rates that money in other currencies was counted at; nil where there is none.
  public var exchange: String?

  init(_ figure: Figure, unit: String, meaning: String, formula: String) {
    self.figure = figure.path
    value = figure.value
    self.unit = unit
    self.meaning = meaning
    self.formula = formula
  }
}
