import Compensation
import Quantities

/// `clawback: 12mo pro rata`, `24mo cliff gross`, `12mo pro rata net`, `none`
enum ClawbackFields {
  /// What is to be repaid, while its keys are read.
  struct Draft {
    var terms: UpfrontPay.Clawback?
    var onLayoff = false
    var taxRate: Double?

    var clawback: UpfrontPay.Clawback? {
      var clawback = terms
      clawback?.onLayoff = onLayoff
      clawback?.taxRate = taxRate
      return clawback
    }
  }

  /// The tax that was taken off what is repaid net.
  static func taxRate(_ entry: Entry) -> Double? {
    entry.share(
      0...0.9,
      cure: "it must lie between 0% and 90%: the income tax that was taken off the payment; all of it is owed with "
        + "`clawback: 12mo pro rata gross`, and nothing with `clawback: none`")
  }

  static func read(_ entry: Entry, owner: String) -> UpfrontPay.Clawback? {
    guard let text = entry.text(wanted: "12mo pro rata, 24mo cliff or none") else { return nil }
    var words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    if words == ["none"] || words == ["no"] { return nil }
    let basis = words.last.flatMap(UpfrontPay.Clawback.Basis.init)
    if basis != nil { words.removeLast() }
    var isProRata = true
    if words.suffix(2) == ["pro", "rata"] {
      words.removeLast(2)
    } else if words.last == "cliff" {
      isProRata = false
      words.removeLast()
    } else {
      entry.reading.note(
        "\(owner)\(entry.path): read as pro rata; add `cliff` if all of it is due until the end")
    }
    guard let months = QuantityText.wholeMonths(words.joined(separator: " ")) else {
      entry.fault(.unknownClawback(entry.path, text))
      return nil
    }
    guard (1...120).contains(months) else {
      entry.fault(
        .outOfRange(
          entry.path, text, bounds: "1mo and 10y",
          cure: "it must lie between 1mo and 10y; write `none` where nothing is ever repaid"))
      return nil
    }
    var clawback = UpfrontPay.Clawback(months: months, isProRata: isProRata, onLayoff: false)
    clawback.basis = basis
    return clawback
  }
}
