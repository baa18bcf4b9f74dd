import Quantities

/// One fact of tax law, as a row of `MarketData/taxes` states it.
///
///     US-UT,bracket,all,2026-01-01,0,0.0445,,,published,...     // 4.45 % of all taxable income from 2026 on
///
/// Rows of one place, name, filing status and date make a table; see ``TaxTable`` for what `floor`, `rate`, `amount` and
/// `step` mean. A table is in force from its date until one of a later date replaces it.
public struct TaxFact: Sendable, Equatable {
  public enum Status: String, Sendable {
    /// Printed by the source named.
    case published
    /// Not published yet: our source's forecast.
    case projected
    /// From memory, to be checked before it is quoted.
    case recalled
    case judgement
    /// The table is no longer law.
    case ended
  }

  /// `US`, `US-NY`, `US-NY-NYC`, `GB-SCT`.
  public var place: String
  /// `bracket`, `standard_deduction`, `payroll.oasdi`, ...
  public var name: String
  /// Nil for every filing status.
  public var filing: FilingStatus?
  public var effectiveFrom: CalendarDate
  /// Where the row begins, in the unit of what the table is looked up by, mostly dollars of a year's income.
  public var floor: Double
  public var rate: Double?
  public var amount: Double?
  public var step: Double?
  public var status: Status
  public var reference: String
  public var note: String

  public init(
    place: String, name: String, filing: FilingStatus?, effectiveFrom: CalendarDate, floor: Double, rate: Double?,
    amount: Double?, step: Double?, status: Status, reference: String, note: String
  ) {
    self.place = place
    self.name = name
    self.filing = filing
    self.effectiveFrom = effectiveFrom
    self.floor = floor
    self.rate = rate
    self.amount = amount
    self.step = step
    self.status = status
    self.reference = reference
    self.note = note
  }
}
