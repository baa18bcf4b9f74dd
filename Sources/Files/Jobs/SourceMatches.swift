import Market
import Quantities

/// The survey matches of a job: data sets with levels, weights and premiums.
///
///     bls-oews-2025-05:60%; acme-2026:40%:-5%    // 60% of one, 40% of the other less 5%
///     bls-oews-2025-05; acme-2026                // these two, weighted by their doubt
///     oracle-2026@M4:60%; wtw-2026:40%           // level M4 of the first; the second has no levels
public struct SourceMatches: Sendable, Equatable {
  /// Why a text is no list of matches.
  public struct Fault: Error, Sendable, Equatable {
    public let name: String
    public let message: String
    public let cure: String

    /// A fault by its stable name.
    static func fault(_ name: String, _ message: String, cure: String) -> Fault {
      Fault(name: name, message: message, cure: cure)
    }
  }

  /// Shares that add up to 1; empty where the text has several data sets and no weights.
  public private(set) var weights: [String: Double] = [:]
  public private(set) var premiums: [String: Double] = [:]
  /// Levels of the data sets that are asked for one of their own, as typed.
  public private(set) var levels: [String: String] = [:]
  /// The data sets in the order they were named.
  public private(set) var names: [String] = []

  init() {}

  /// Data sets without weights.
  init(of names: [String]) { self.names = names }

  /// The matches of a text; the names are checked against the library's.
  public static func read(_ text: String, datasets: [String]) -> Result<SourceMatches, Fault> {
    var matches = SourceMatches()
    for piece in text.split(separator: ";") {
      let parts = piece.split(separator: ":", omittingEmptySubsequences: false).map { trimmed($0) }
      guard let first = parts.first, !first.isEmpty, parts.count <= 3 else {
        if piece.allSatisfy({ $0 == " " }) { continue }
        return .failure(.notAMatch(String(piece)))
      }
      let (name, level) = nameAndLevel(first, datasets: datasets)
      guard !name.isEmpty, level != "" else { return .failure(.notAMatch(String(piece))) }
      if let wrong = matches.add(name, weight: parts.count > 1 ? parts[1] : "", datasets: datasets) {
        return .failure(wrong)
      }
      matches.levels[name] = level
      guard parts.count == 3, !parts[2].isEmpty else { continue }
      switch premium(of: name, parts[2]) {
      case .success(let premium): matches.premiums[name] = premium
      case .failure(let wrong): return .failure(wrong)
      }
    }
    guard !matches.names.isEmpty else { return .failure(.notAMatch(text)) }
    return matches.checked()
  }

  /// `oracle-2026@M4` taken apart; a data set may have an @ in its own name.
  private static func nameAndLevel(_ text: String, datasets: [String]) -> (name: String, level: String?) {
    if datasets.contains(text) { return (text, nil) }
    let cuts = text.indices.filter { text[$0] == "@" }
    guard let cut = cuts.last(where: { datasets.contains(trimmed(text[..<$0])) }) ?? cuts.first else {
      return (text, nil)
    }
    return (trimmed(text[..<cut]), trimmed(text[text.index(after: cut)...]))
  }

  /// One more data set; a fault when that cannot be.
  private mutating func add(_ name: String, weight: String, datasets: [String]) -> Fault? {
    guard datasets.contains(name) else {
      return .fault(
        "unknown-source", "there is no data set \"\(name)\"", cure: JobRowReader.nearest(name, datasets))
    }
    guard !names.contains(name) else {
      return .fault("match-twice", "\(name) is matched twice", cure: "name each data set once, with one weight")
    }
    names.append(name)
    guard !weight.isEmpty else { return nil }
    guard let share = SourceMatches.weight(weight) else { return .notAMatch("\(name):\(weight)") }
    weights[name] = share
    return nil
  }

  private func checked() -> Result<SourceMatches, Fault> {
    guard !weights.isEmpty else {
      // One source has it all; several without weights are for the model to weigh.
      var matches = self
      if names.count == 1 { matches.weights = [names[0]: 1] }
      return .success(matches)
    }
    let missing = names.filter { weights[$0] == nil }
    guard missing.isEmpty else {
      return .failure(
        .fault(
          "weight-missing", "\(missing.joined(separator: ", ")) has no weight, and others have",
          cure: "give every data set a weight, or none"))
    }
    if let excess = Blending.excess(of: weights.values) { return .failure(.total(1 + excess)) }
    return .success(self)
  }

  /// A weight: `60%`, or `60`, which is the same; nil below 0 or above 100%.
  public static func weight(_ text: String) -> Double? {
    guard let share = QuantityText.share(text) ?? QuantityText.decimal(text).map({ $0 / 100 }), (0...1).contains(share)
    else { return nil }
    return share
  }

  /// A premium, or a discount with a minus: `-5%`, `+3%`, or `3`; from -90% to +300%.
  ///
  /// A bare number below 2 is refused: 0.05 is 5% to some and 0.05% to others, 1.05 is either too.
  public static func premium(of name: String, _ text: String) -> Result<Double, Fault> {
    let bare = QuantityText.share(text + "%")
    if let bare, bare != 0, abs(bare) < 0.02 { return .failure(.twoPremiums(of: name, text, bare * 100)) }
    guard let share = QuantityText.share(text) ?? bare, (-0.9...3).contains(share) else {
      return .failure(
        .fault(
          "share-not-a-percent", "\"\(text)\" is no premium for \(name)",
          cure: "what is added to its pay, or taken off, from -90% to 300%: write 5% or -5%"))
    }
    return .success(share)
  }

  /// Adds a premium that is written elsewhere; a fault when there is one already, or nothing to put it on.
  mutating func add(premium: Double, of name: String) -> Fault? {
    guard names.contains(name) else {
      return .fault(
        "premium-without-match", "\(name) has a premium and is not among the sources",
        cure: "match it too, or leave its premium out")
    }
    guard premiums.updateValue(premium, forKey: name) == nil else {
      return .fault("match-twice", "\(name) has two premiums", cure: "give one, here or among the sources")
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension SourceMatches.Fault {
  fileprivate static func notAMatch(_ text: String) -> Self {
    fault(
      "not-a-match", "\"\(text)\" is no data set with a weight",
      cure: "write name:weight, and a level and a premium if you want them: acme-2026@M4:60%:-5%; part them with ;")
  }

  /// A premium that may be a share or a percent.
  fileprivate static func twoPremiums(of name: String, _ text: String, _ percent: Double) -> Self {
    func written(_ percent: Double) -> String { (DecimalText(percent, atMost: 4)?.text ?? text) + "%" }
    // 0.05 is a share of pay, 1.05 what pay is multiplied by.
    let share = abs(percent) < 1 ? percent : percent - (percent < 0 ? -1 : 1)
    let either = "\(written(share * 100)) or \(written(percent))"
    return fault(
      "share-not-a-percent", "the premium of \(name) is \(text), which may be \(either)", cure: "write \(either)")
  }

  /// Weights that do not come to 100%.
  public static func total(_ total: Double) -> Self {
    let left = NumberText.percent(abs(1 - total), decimals: 1)
    return fault(
      "weights-not-100", "the weights come to \(NumberText.percent(total, decimals: 1)), not 100%",
      cure: total < 1 ? "\(left) is left over: give it to one of them" : "take \(left) from one of them")
  }
}
