/// What a part of pay leaves to chance, in words.
extension ElementValue {
  /// `keeping the job`, `the payout of its year`, ...; empty for what is sure.
  public var chances: [String] {
    var words: [String] = []
    for flow in flows where flow.expected != 0 {
      for word in flow.risk.words where !words.contains(word) { words.append(word) }
    }
    return words
  }
}

extension PayRisk {
  fileprivate var words: [String] { [staying.words].compactMap { $0 } + factors.map(\.words) }
}

extension PayRisk.Staying {
  fileprivate var words: String? {
    switch self {
    case .always: nil
    case .stay, .stays: "keeping the job"
    case .laidOff: "losing the job"
    case .repays: "a layoff before it is one's own"
    }
  }
}

extension PayRisk.Factor {
  fileprivate var words: String {
    switch self {
    case .payout: "the payout of its year"
    case .outcomes(_, let luck), .chance(_, _, let luck): luck.words
    case .credit: Luck.credit.words
    case .growth: "the share price"
    case .rank: "the share price and the rank among peers"
    case .gain: "the share price on the day it is exercised, taken as the end of a European option worth as much"
    case .purchase: "the share price over each offering"
    case .exit: Luck.exit.words
    case .equityCall: "what the company is worth at its exit"
    case .carry: "what the fund makes"
    }
  }
}

extension Luck {
  fileprivate var words: String {
    switch self {
    case .layoff: "keeping the job"
    case .payout: "the quota reached in its year"
    case .birth: "whether there is a birth"
    case .care: "what care costs in its year"
    case .price: "the share price"
    case .exit: "whether the company is sold or listed, and for how much"
    case .rank: "the rank among peers"
    case .grants: "whether it is granted"
    case .promotion: "whether there is a promotion"
    case .control: "whether the company changes hands"
    case .credit: "whether the employer can pay"
    }
  }
}
