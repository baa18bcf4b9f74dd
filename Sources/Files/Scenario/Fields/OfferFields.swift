import Compensation
import Market
import Quantities

/// The keys of an offer.
enum OfferFields {
  static let table = FieldTable<OfferDraft>(
    [
      // Who and what.
      "id": { $1.id = $0 },
      "title": { $1.offer.title = $0.text() ?? "" },
      "kind": { kind($0, &$1, choices: Offer.Kind.allCases.map(\.rawValue)) },
      "status": { kind($0, &$1, choices: ["written", "verbal"]) },
      "employer": { $1.offer.employer = $0.text() ?? "" },
      "role": { $1.offer.job = $0.job(owner: $1.owner) },
      "location": { $1.offer.location = $0.place(owner: $1.owner) },
      "home": { homePlace($0, &$1) },
      "work": { $1.offer.workplace = $0.place(owner: $1.owner) },
      "rent": { $1.offer.rent = $0.monthlyMoney(usual: $1.currency.currency) },
      "taxes": { TaxFields.read($0, &$1) },
      "industry": { $1.offer.industry = $0.industry(owner: $1.owner) },
      "stage": { $1.offer.stage = $0.text() ?? "" },
      "org_size": { $1.offer.organizationSize = $0.text(wanted: "a size: 150 beds") ?? "" },
      "reports_to": { LeadershipFields.reportsTo($0, &$1) },
      "employer_kind": { employerKind($0, &$1) },
      "runway": { $1.offer.runwayMonths = $0.months(1...240, text: "1mo and 20y") },
      "start": { start($0, &$1) },
      "deadline": { deadline($0, &$1) },
      "leaves": { DepartureFields.read($0, &$1) },
      "posted_range": { $1.offer.postedRange = $0.range(in: $1.currency) },
      "band": { $1.offer.band = $0.range(in: $1.currency) },
      "posted_pay": { $1.offer.isPostedPay = $0.flag() ?? false },
      "remote": { RemoteFields.read($0, &$1) },
      "moving": { $1.offer.movingCost = $0.money(usual: $1.currency.currency) },
      // Cash.
      "base": { CashFields.base($0, &$1) },
      "employment": { WorkFields.employment($0, &$1) },
      "hours": { $1.offer.work.hoursPerWeek = $0.number(1...80, text: "1 and 80 a week", example: "40") },
      "billable_hours": { $1.billableHours = $0.number(1...4_000, text: "1 and 4,000 a year", example: "1,880") },
      "overtime": orNone { WorkFields.overtime($0, &$1) },
      "extra_months": { $1.offer.work.extraMonths = $0.number(0...12, text: "0 and 12", example: "1") ?? 0 },
      "on_call": orNone { WorkFields.onCall($0, &$1) },
      "raises": orNone { RaiseFields.read($0, &$1) },
      "bonus": orNone { BonusFields.read($0, &$1) },
      "guaranteed_bonus": orNone { $1.offer.guaranteedBonus = PromisedFields.payment($0, &$1) },
      "retention": orNone { $1.offer.retention = PromisedFields.payments($0, &$1) },
      "sign_on": orNone { $1.offer.signOn = UpfrontFields.read($0, &$1) },
      "relocation": orNone { $1.offer.relocation = UpfrontFields.read($0, &$1) },
      "commission": orNone { CommissionFields.read($0, &$1) },
      "ltip": orNone { CashGrantFields.read($0, &$1) },
      "deferred": orNone { DeferredFields.read($0, &$1) },
      "promotion": orNone { PromotionFields.read($0, &$1) },
      "severance": orNone { SeveranceFields.read($0, &$1) },
      "equity": orNone { EquityFields.read($0, &$1) },
      "holdings": { $1.offer.holdings = $0.money(.wealth, usual: $1.currency.currency) },
      "company": { CompanyFields.read($0, &$1) },
      "refreshers": orNone { RefresherFields.read($0, &$1) },
      "espp": orNone { PurchasePlanFields.read($0, &$1) },
      // Benefits.
      "retirement": orNone(or: ["0%", "no match"]) { RetirementFields.read($0, &$1) },
      "health": orNone { BenefitFields.health($0, &$1) },
      "leave": { BenefitFields.leave($0, &$1) },
      "parental_leave": orNone { ParentalLeaveFields.read($0, &$1) },
      "pension": orNone { PensionFields.read($0, &$1) },
      "hsa": orNone { HealthAccountFields.read($0, &$1) },
      "insurance": orNone { InsuranceFields.read($0, &$1) },
      "stipend": orNone(AllowanceFields.read(.stipend)),
      "phone": orNone(AllowanceFields.read(.phone)),
      "meals": orNone(AllowanceFields.read(.meals)),
      "equipment": orNone(AllowanceFields.read(.equipment)),
      "tuition": orNone(AllowanceFields.read(.tuition)),
      "commute": { CommuteFields.read($0, &$1) },
      // Leaving.
      "notice": orNone { LeavingFields.notice($0, &$1) },
      "garden_leave": orNone { LeavingFields.gardenLeave($0, &$1) },
      "non_compete": orNone { LeavingFields.nonCompete($0, &$1) },
      "change_in_control": orNone(or: ["0"]) { ChangeOfControlFields.read($0, &$1) },
      // Leading: stated, and without a price.
      "budget": LeadershipFields.state("budget"),
      "headcount": LeadershipFields.state("headcount"),
      "indemnity": LeadershipFields.state("indemnity"),
      "acceleration": { LeadershipFields.acceleration($0, &$1) },
      "review": LeadershipFields.state("review"),
      "note": { entry, draft in
        if let text = entry.text() { entry.reading.userNotes.append("\(draft.offer.id): \(text)") }
      },
    ],
    required: ["id": "id: seattle", "base": "base: 178k"])

  /// A field that "there is none" answers too: `severance: none`. `words` are other ways to say so there.
  private static func orNone(
    or words: [String] = [], _ read: @escaping FieldTable<OfferDraft>.Read
  ) -> FieldTable<OfferDraft>.Read {
    { entry, draft in
      if entry.saysNone || words.contains(entry.node.text?.lowercased() ?? "") {
        draft.stateNone(entry.path)
      } else {
        read(entry, &draft)
      }
    }
  }

  private static func kind(_ entry: Entry, _ draft: inout OfferDraft, choices: [String]) {
    guard let text = entry.choice(choices), let kind = Offer.Kind(rawValue: text) else { return }
    if let other = draft.kind, kind != draft.offer.kind {
      entry.fault(
        .conflictingKeys(entry.path, other: other.path, line: other.line, why: "keep the one that is true"))
      return
    }
    draft.kind = entry
    draft.offer.kind = kind
  }

  private static func employerKind(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let text = entry.text(wanted: "a kind of employer") else { return }
    let known = entry.reading.names.hazardKinds
    let words = text.lowercased().split(separator: " ").joined(separator: " ")
    let folded = EmployerKindNames.kind(of: words)
    guard known.contains(folded) else {
      entry.fault(.unknownEmployerKind(entry.path, text, known: known))
      return
    }
    draft.offer.employerKind = folded
  }

  private static func start(_ entry: Entry, _ draft: inout OfferDraft) {
    // A current job may be an old one.
    guard let date = entry.date(from: 1950) else { return }
    draft.start = entry
    draft.offer.start = date
    draft.pastDates.append((entry, date))
  }

  private static func deadline(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let date = entry.date() else { return }
    draft.deadline = entry
    draft.offer.deadline = date
  }

  /// Where one would live: decides the pay zone `home`, and taxes.
  private static func homePlace(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let place = entry.place(owner: draft.owner) else { return }
    draft.home = place
    draft.offer.home = place
  }
}
