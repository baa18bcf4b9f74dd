import Compensation
import Quantities

/// Parts of a gain: of a company above a threshold, of a fund manager's profit.
///
///     {kind: profits interest, percent: 1%, threshold: 50M, company_value: 50M, vesting: 4y/1y cliff monthly}
///     {kind: carried interest, percent: 5%, fund: 400M, vesting: 5y yearly}
enum ProfitFields {
  static func profitsInterest(
    _ draft: GrantDraft, _ company: CompanyFields.Draft?, _ stage: PrivateCompany.Stage
  ) -> ReadGrant {
    var result = read(draft, keys: ["percent", "threshold", "company_value", "volatility"])
    let path = draft.item.path
    let value = draft.companyValue ?? company?.value
    if draft.threshold == nil {
      result.missing.append("the value above which you share (\(path).threshold)")
    }
    if value == nil { result.missing.append("what the company is worth today (\(path).company_value)") }
    guard result.missing.isEmpty, let share = draft.percent, let threshold = draft.threshold, let value else {
      return result
    }
    result.grant = draft.made(
      .profitsInterest(
        ProfitsInterestTerms(
          share: share, threshold: threshold.amount, companyValue: value.amount, stage: stage,
          volatility: draft.volatility ?? company?.volatility, exitMonths: company?.exitMonths)),
      units: 1, price: 1, currency: value.currency)
    return result
  }

  static func carriedInterest(_ draft: GrantDraft) -> ReadGrant {
    var result = read(
      draft,
      keys: ["percent", "fund", "hurdle", "carry", "catch_up", "fund_life", "volatility", "target_multiple"])
    if draft.fund == nil { result.missing.append("the size of the fund (\(draft.item.path).fund)") }
    guard result.missing.isEmpty, let share = draft.percent, let fund = draft.fund else { return result }
    result.grant = draft.made(
      .carriedInterest(
        CarriedInterestTerms(
          share: share, fund: fund.amount, hurdle: draft.hurdle, carry: draft.carry, catchUp: draft.catchUp,
          years: draft.fundMonths.map { Double($0) / 12 }, volatility: draft.volatility,
          targetMultiple: draft.targetMultiple)),
      units: 1, price: 1, currency: fund.currency)
    return result
  }

  private static func read(_ draft: GrantDraft, keys: Set<String>) -> ReadGrant {
    var result = ReadGrant(keys: keys.union(["listed"]))
    let path = draft.item.path
    if draft.percent == nil { result.missing.append("your percentage (\(path).percent)") }
    if draft.vestingEntry == nil { result.missing.append("the vesting schedule (\(path).vesting)") }
    return result
  }
}
