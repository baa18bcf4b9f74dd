import Quantities

/// A default in a line: its key, value, how firm it is, where it stands.
enum DefaultText {
  /// `hazard.quit = 0.02 probability/month: BLS JOLTS, quits (recalled; parameters/value/defaults.csv:21)`
  static func line(_ row: Parameter) -> String {
    let value = DecimalText(row.value, atMost: 6)?.text ?? ""
    let unit = ["ratio", ""].contains(row.unit) ? "" : " " + row.unit
    let isOurs = row.status == .judgement
    let source = isOurs ? "our judgement" : "\(row.reference) (\(row.status.rawValue))"
    return "\(row.key) = \(value)\(unit): \(source), \(row.origin)"
  }
}
