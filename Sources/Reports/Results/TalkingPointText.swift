import Market
import Negotiation
import Quantities

/// A reason in words one could say aloud, with its figure and source.
struct TalkingPointText {
  let text: String
  let figure: JSONValue
  let source: String

  init(_ argument: TalkingPoint, estimate: MarketEstimate, currency: String) {
    func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }
    func percentile(_ rank: Double) -> String { NumberText.ordinal(Int((rank * 100).rounded())) + " percentile" }
    let job = estimate.question.job.title
    let place = estimate.question.location.spokenName
    let survey = TalkingPointText.source(of: estimate)
    let basis = TalkingPointText.basis(of: estimate)
    switch argument {
    case .medianAboveOffer(let median, let rank):
      text =
        "The median for \(job) in \(place) is \(money(median)), going by \(basis); the offer is at the "
        + "\(percentile(rank))."
      (figure, source) = (.amount(median), survey)
    case .askInsideMarket(let ask, let rank, let p75):
      text = "\(money(ask)) is the \(percentile(rank)) of this market: a quarter of it earns \(money(p75)) or more."
      (figure, source) = (.amount(ask), survey)
    case .offerAboveP75(let p75, let rank):
      text =
        "The offer is at the \(percentile(rank)) already; a quarter of this market earns \(money(p75)) or more. "
        + "I would rather talk about the sign-on and the equity than the salary."
      (figure, source) = (.amount(p75), survey)
    case .costOfLabour(let index):
      text =
        "Employers in \(place) pay \(NumberText.share(index - 1)) above the nation for the same management, business "
        + "and computer jobs."
      (figure, source) = (.ratio(index), "\(TalkingPointText.titles(of: estimate)), means by occupation")
    case .nationalMedian(let median):
      text = "Across the nation the median for \(job) is \(money(median)), going by \(basis)."
      (figure, source) = (.amount(median), survey)
    case .topTenth(let p90):
      text = "One in ten in this market earns \(money(p90)) or more, going by \(basis)."
      (figure, source) = (.amount(p90), survey)
    case .ageing(let rate, let months, let reference):
      text =
        "The published survey is \(months) months old, and pay in this group has been rising "
        + "\(NumberText.share(rate)) a year."
      (figure, source) = (.ratio(rate), reference)
    case .industry(let factor):
      text = "This industry pays the occupation \(NumberText.share(factor - 1)) more than others do."
      (figure, source) = (.ratio(factor), survey)
    case .forfeited(let total, let items, let last):
      text =
        "By leaving I give up \(money(total)) of unvested pay, in \(items) "
        + "\(items == 1 ? "payment" : "payments") up to \(last.monthName)."
      (figure, source) = (.amount(total), "the terms of the current job")
    case .postedRange(let top):
      text = "The range posted for this job goes up to \(money(top))."
      (figure, source) = (.amount(top), "the job posting")
    }
  }

  var json: JSONValue { ["text": .string(text), "figure": figure, "source": .string(source)] }

  private static func titles(of estimate: MarketEstimate) -> String {
    estimate.sources.map(\.dataset.title).joined(separator: ", ")
  }

  /// The survey, and that its figures were adjusted where they were: nobody should be told BLS printed them.
  private static func source(of estimate: MarketEstimate) -> String {
    titles(of: estimate) + (estimate.adjustments.isEmpty ? "" : "; steps: parley market show")
      + (estimate.confidence == .low ? "; low confidence" : "")
  }

  private static func basis(of estimate: MarketEstimate) -> String {
    let isOEWS = estimate.sources.allSatisfy { $0.dataset.sourceKind == .oews }
    guard isOEWS else { return "pay surveys brought to this month" }
    return estimate.question.job.role == nil
      ? "BLS figures brought to this month" : "BLS figures brought to this role and month"
  }
}
