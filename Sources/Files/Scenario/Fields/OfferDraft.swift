import Compensation
import Market
import Quantities

/// An offer while its fields are read.
struct OfferDraft {
  let reading: ScenarioReading
  var offer: Offer
  let currency: OfferCurrency
  /// Where the household lives, for a pay zone of `home`.
  var home: Location?
  /// False until a usable base has been read; without it there is no offer.
  var hasBase = false
  /// A base by the hour, day, week or fortnight, and the hours a contractor can bill in a year.
  var rate: (amount: Double, basis: PayBasis)?
  var billableHours: Double?
  var id: Entry?
  var kind: Entry?
  var start: Entry?
  var deadline: Entry?
  var payZone: Entry?
  /// Grants, made once the company is known.
  var grants: [GrantDraft] = []
  /// Of every grant that says nothing of it.
  var acceleration: Acceleration?
  /// What is known of an employer without a share price.
  var company: CompanyFields.Draft?
  /// Dates that, of the current job, cannot lie after the as-of date.
  var pastDates: [(entry: Entry, date: CalendarDate)] = []
  /// Of each raise, in their order.
  var raiseEntries: [Entry] = []

  init(_ reading: ScenarioReading, offer: Offer, currency: OfferCurrency, home: Location?) {
    self.reading = reading
    self.offer = offer
    self.currency = currency
    self.home = home
  }

  /// Recognised, but not part of this version's values: checked for being there, and listed.
  mutating func listNotValued(_ entry: Entry) {
    entry.checkIsThere()
    if !offer.notValued.contains(entry.path) { offer.notValued.append(entry.path) }
  }

  /// Stated, and nothing to be priced: listed beside the figures.
  mutating func state(_ name: String, _ text: String) {
    offer.statedTerms.append(StatedTerm(name: name, text: text))
  }

  /// That there is none, listed as it was written; its question goes away.
  mutating func stateNone(_ field: String) {
    offer.statedNone.insert(field)
    state(field.replacing("_", with: " "), "none")
  }

  /// `seattle.`, the prefix of notes about this offer.
  var owner: String { (offer.id.isEmpty ? "offer" : offer.id) + "." }
}
