/// A sector or a finer industry of the North American Industry Classification System.
///
///     Industry(code: "62", title: "Health care", aliases: ["health"])
public struct Industry: Sendable, Equatable {
  public let code: String
  public let title: String
  public let aliases: [String]
  /// The industries it lies in, the nearest first, its sector last: what stands in for it where it has no figures.
  public private(set) var wider: [Industry] = []

  public init(code: String, title: String, aliases: [String]) {
    self.code = code
    self.title = title
    self.aliases = aliases
  }

  /// The same, lying in wider ones.
  func lying(in wider: [Industry]) -> Industry {
    var industry = self
    industry.wider = wider
    return industry
  }

  /// Itself, then the wider ones.
  public var fromFinest: [Industry] { [self] + wider }

  /// A code as people write it, without the zeros that pad it: `622` for `622000`.
  static func plain(_ code: String) -> String {
    guard isFine(code) else { return code }
    var digits = Substring(code)
    while digits.count > 2, digits.last == "0" { digits.removeLast() }
    return String(digits)
  }

  /// Whether a text is a code below the sectors: three to six digits.
  static func isFine(_ text: String) -> Bool {
    (3...6).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension Sequence where Element == PayCell {
  /// The cell of an industry, else of the nearest wider one that has a cell; nil for none, and where none is asked for.
  func ofIndustry(_ industry: Industry?) -> (cell: PayCell, industry: Industry)? {
    for industry in industry?.fromFinest ?? [] {
      if let cell = first(where: { Industry.plain($0.industry) == industry.code }) { return (cell, industry) }
    }
    return nil
  }
}

extension MarketQuestion {
  /// The step that says that a cell is not of the industry that was asked for; none where it is, or none was.
  func industryStep(of cell: PayCell, _ dataset: MarketDataset) -> [Adjustment] {
    guard let industry, let found = cell.stands(for: industry) else { return [] }
    return [
      Adjustment(
        name: "industry", factor: 1,
        detail: "\(dataset.name) has no cell for \(industry.titleAndCode): that of \(found)",
        reference: dataset.title)
    ]
  }
}

extension PayCell {
  /// The wider industry, or all of them, that a cell is of in place of an industry; nil where it is of that one.
  fileprivate func stands(for industry: Industry) -> String? {
    let code = Industry.plain(self.industry)
    if code == industry.code { return nil }
    return industry.wider.first { $0.code == code }?.titleAndCode ?? "all industries"
  }
}

extension Industry {
  /// `Hospitals (622)`, and `NAICS 6221` where the code is all there is.
  var titleAndCode: String { title.hasSuffix(code) ? title : "\(title) (\(code))" }
}
