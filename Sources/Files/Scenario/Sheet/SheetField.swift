import Quantities

/// What a field of an offer holds, as far as a spreadsheet has to know.
///
///     SheetField.kind(of: try FieldPath("equity[0].price"))    // .amount
enum SheetField: Sendable {
  /// A base salary: an amount a year.
  case salary
  case amount
  /// An amount with its period: `310/mo`.
  case periodicAmount
  case share
  /// `20%`, or an amount.
  case shareOrAmount
  case date
  case number
  /// `18mo`
  case months
  /// `25d`
  case days
  case flag
  /// `205k-260k`
  case range
  case text

  static func kind(of path: FieldPath) -> SheetField { kinds[path.pattern] ?? .text }

  /// The same, by what the field says now where its name alone does not tell: `15%` is a share to a spreadsheet.
  static func kind(of path: FieldPath, like text: String?) -> SheetField {
    if let known = kinds[path.pattern] { return known }
    guard let text else { return .text }
    if QuantityText.share(text) != nil { return .share }
    if CalendarDate(text) != nil { return .date }
    return QuantityText.decimal(text) == nil ? .text : .number
  }

  private static let kinds: [String: SheetField] = [
    "base": .salary, "posted_range": .range, "band": .range, "posted_pay": .flag, "moving": .amount,
    "start": .date, "deadline": .date, "runway": .months, "remote.days": .number, "notice": .months,
    "raises[].date": .date, "raises[].to": .amount, "raises[].by": .amount, "raises[].share": .share,
    "raises[].contractual": .flag, "raises.date": .date, "raises.to": .amount, "raises.by": .amount,
    "raises.share": .share, "raises.contractual": .flag,
    "bonus": .shareOrAmount, "bonus.target": .shareOrAmount, "bonus.odds.threshold": .share,
    "bonus.odds.target": .share, "bonus.odds.maximum": .share, "bonus.payout": .share, "bonus.payout[]": .share,
    "bonus.discretionary": .flag, "bonus.deferred.share": .share, "bonus.deferred.malus": .share,
    "bonus.deferred.balance": .amount, "retirement.unvested": .amount,
    "bonus.threshold_pays": .share, "bonus.maximum_pays": .share,
    "guaranteed_bonus": .amount, "retention": .amount, "relocation": .amount, "sign_on": .amount,
    "sign_on.amount": .amount, "sign_on.paid": .date, "relocation.amount": .amount, "relocation.paid": .date,
    "guaranteed_bonus.amount": .amount, "retention.amount": .amount, "retention[].amount": .amount,
    "sign_on.tax": .share, "relocation.tax": .share, "guaranteed_bonus.tax": .share, "retention.tax": .share,
    "retention[].tax": .share,
    "equity[].grant": .amount, "equity[].units": .number, "equity[].price": .amount, "equity[].granted": .date,
    "equity[].dividend_yield": .share, "equity[].volatility": .share,
    "equity[].beta": .number, "holdings": .amount, "equity[].strike": .amount,
    "equity[].preferred_price": .amount, "equity[].fully_diluted": .number, "equity[].expires": .date,
    "equity[].term": .months, "equity[].exercise_window": .months, "equity[].early_exercise": .flag,
    "equity[].exercise_multiple": .number, "equity[].exit_rate": .share, "equity[].default_odds": .share,
    "equity[].recovery": .share, "equity[].peers": .number, "equity[].correlation": .share, "equity[].period": .months,
    "equity[].exit_intensity": .share, "equity[].threshold": .amount, "equity[].company_value": .amount,
    "equity[].fund": .amount, "equity[].hurdle": .share, "equity[].carry": .share, "equity[].catch_up": .share,
    "equity[].fund_life": .months, "equity[].payout[].percentile": .number, "equity[].payout[].pays": .share,
    "equity[].odds.threshold": .share, "equity[].odds.target": .share, "equity[].odds.maximum": .share,
    "company.listed": .flag, "company.fully_diluted": .number, "company.preferred_price": .amount,
    "company.common_price": .amount, "company.volatility": .share, "company.exit": .months, "company.value": .amount,
    "company.rounds[]": .share, "company.cap_table[].shares": .number, "company.cap_table[].price": .amount,
    "company.cap_table[].rank": .number, "company.cap_table[].strike": .amount,
    "espp.contribution": .shareOrAmount, "espp.discount": .share, "espp.look_back": .flag, "espp.offering": .months,
    "espp.limit": .share, "espp.volatility": .share, "refreshers.grant": .amount, "refreshers.probability": .share,
    "refreshers.first": .months,
    "equity[].percent": .share, "equity[].discount": .share, "equity[].probability": .share,
    "equity[].vesting[].month": .number, "equity[].vesting[].date": .date, "equity[].vesting[].share": .share,
    "retirement.match[].rate": .share, "retirement.match[].limit": .share, "retirement.vesting[].month": .number,
    "retirement.vesting[].date": .date, "retirement.vesting[].share": .share,
    "health": .periodicAmount, "health.premium": .periodicAmount, "health.employer": .periodicAmount,
    "leave": .days,
    "hours": .number, "billable_hours": .number, "overtime": .number, "overtime.hours": .number,
    "overtime.multiple": .number, "extra_months": .number, "commission": .shareOrAmount,
    "commission.target": .shareOrAmount, "commission.accelerator": .number, "commission.floor": .share,
    "commission.cap": .share, "commission.draw": .periodicAmount, "commission.draw.amount": .periodicAmount,
    "commission.attainment[].share": .share, "commission.attainment[].odds": .share,
    "ltip.granted": .date, "ltip[].granted": .date, "ltip.contractual": .flag, "ltip[].contractual": .flag,
    "ltip.payout": .share, "ltip[].payout": .share, "promotion.after": .months, "promotion.to": .amount,
    "promotion.by": .amount, "promotion.share": .share, "promotion.odds": .share, "deferred.paid": .months,
    "deferred.balance": .amount, "deferred.credited": .share, "deferred.default": .share, "deferred.spread": .share,
    "deferred.recovery": .share,
    "pension.accrual": .share, "pension.age": .number, "pension.from": .number, "pension.service": .months,
    "pension.average": .months, "hsa": .periodicAmount, "hsa.employer": .periodicAmount,
    "health.deductible": .amount, "health.out_of_pocket_max": .amount, "health.coinsurance": .share,
    "health.spend": .amount, "insurance.disability": .share, "insurance.age": .number,
    "commute.days": .number, "garden_leave": .months, "change_in_control.odds": .share,
    "change_in_control.base_amount": .amount,
  ]
}

/// The unit of a row: a currency with a period, or the kind of value.
///
///     SheetUnit("USD/month")    // currency "USD", period "month"
struct SheetUnit: Equatable, Sendable {
  let text: String
  /// `USD`, `€`; nil when the unit is none of money.
  let currency: String?
  /// `mo` or `y`, as amounts are written.
  let period: String?

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: "/").map { Entry.trimmed(String($0)) }
    let mark = parts.first ?? ""
    let isCode = mark.count == 3 && mark.allSatisfy { $0.isASCII && $0.isUppercase }
    currency = isCode || (mark.count == 1 && mark.first?.isCurrencySymbol == true) ? mark : nil
    switch parts.count == 2 ? parts[1].lowercased() : "" {
    case "month", "mo", "m": period = "mo"
    case "year", "yr", "y": period = "y"
    default: period = nil
    }
  }

  var isShare: Bool { text == "%" }
}
