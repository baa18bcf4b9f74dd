import Market
import Negotiation
import Quantities

/// A reason in words one could say aloud, with its figure and source.
struct TalkingPointText {
  let text: String
  let figure: Double
  let source: String

  init(_ argument: TalkingPoint, estimate: MarketEstimate, currency: String) {
    func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }
    func percentile(_ rank: Double) -> String { NumberText.ordinal(Int((rank * 100).rounded())) + " percentile" }
    let job = estimate.question.job.title
    let place = estimate.question.location.spokenName
    let survey = TalkingPointText.source(of: estimate)
    switch argument {
    case .medianAboveOffer(let median, let rank):
      text =
        "Half of the people in \(job) roles in \(place) earn \(money(median)) or more; the offer is at the "
        + "\(percentile(rank))."
      (figure, source) = (median, survey)
    case .askInsideMarket(let ask, let rank, let p75):
      text = "\(money(ask)) is the \(percentile(rank)) of this market: a quarter of it earns \(money(p75)) or more."
      (figure, source) = (ask, survey)
    case .offerAboveP75(let p75, let rank):
      text =
        "The offer is at the \(percentile(rank)) already; a quarter of this market earns \(money(p75)) or more. "
        + "I would rather talk about the sign-on and the equity than the salary."
      (figure, source) = (p75, survey)
    case .costOfLabour(let index):
      text = "Employers in \(place) pay \(NumberText.share(index - 1)) above the nation for the same jobs."
      (figure, source) = (index, "\(survey), means of 90 occupations, national weights")
    case .nationalMedian(let median):
      text = "Across the nation half of the people in \(job) roles earn \(money(median)) or more."
      (figure, source) = (median, survey)
    case .topTenth(let p90):
      text = "One in ten people in \(job) roles in \(place) earns \(money(p90)) or more."
      (figure, source) = (p90, survey)
    case .ageing(let factor, let months, let reference):
      text =
        "That survey is \(months) months old, and pay in this field has risen about "
        + "\(NumberText.share(factor - 1)) since."
      (figure, source) = (factor, reference)
    case .industry(let factor):
      text = "This industry pays the occupation \(NumberText.share(factor - 1)) more than others do."
      (figure, source) = (factor, survey)
    case .forfeited(let total, let items, let last):
      text =
        "By leaving I give up \(money(total)) of unvested pay, in \(items) "
        + "\(items == 1 ? "payment" : "payments") up to \(last.monthName)."
      (figure, source) = (total, "the terms of the current job")
    case .postedRange(let top):
      text = "The range posted for this job goes up to \(money(top))."
      (figure, source) = (top, "the job posting")
    }
  }

  var json: JSONValue { ["text": .string(text), "figure": .amount(figure), "source": .string(source)] }

  private static func source(of estimate: MarketEstimate) -> String {
    estimate.sources.map(\.dataset.title).joined(separator: ", ")
  }
}
