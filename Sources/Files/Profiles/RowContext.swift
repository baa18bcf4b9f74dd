import CSVStream
import Market
import Quantities

/// What a person's row says, the pay apart: job, place, date, currency.
///
/// Survey files repeat the same few texts in thousands of rows, so each combination of them is understood once and
/// found again by its bytes. Rules that were applied on the way are kept, to be counted for every row.
final class RowContext {
  /// The jobs that a row counts for, and how its title was read where it is not simply the job's own.
  struct Jobs {
    let found: [PricedJob]
    let reading: RowLedger.TitleReading?
    /// Why a general title counts, or why a title does not.
    let rule: RowLedger.TitleReading?

    func apply(to ledger: inout RowLedger, line: Int) {
      if let reading { ledger.apply(reading, line: line) }
      if let rule { ledger.apply(rule.rule, line: line, example: rule.text) }
    }
  }

  /// A currency, what one unit is worth in that of the data set, and the rules that say so.
  struct Money {
    let code: String
    let currencyRule: (name: String, example: () -> String)?
    /// Nil where it is not quoted.
    let rate: Double?
    let rateRule: (name: String, example: () -> String)?
  }

  /// How rows are taken whose texts call for no rule, once the first one was: one number, for one cell.
  struct Plain {
    let column: Int
    let annual: Double
    let unit: Double
    /// What one unit of the row's currency is worth in that of the data set.
    let rate: Double
    let plausible: ClosedRange<Double>
    let cell: Int
    let jobs: Jobs
    let placeRules: [PlaceMatcher.Match.Rule]
    let currencyRule: (name: String, example: () -> String)?
  }

  let date: CalendarDate
  let match: PlaceMatcher.Match?
  /// For messages; empty where there is nothing to be said of the place.
  let placeText: (text: String, field: Int)
  let jobs: Result<Jobs, ProfiledRows.Refusal>
  let level: String
  let industry: String
  /// The basis the row states and the hours of a year with it, such as `hourly 2184`.
  let basis: Result<(basis: PayBasis, hours: Double), ProfiledRows.Refusal>
  /// The hours of a year where a column has a basis of its own.
  let hours: Double
  /// Nil where the currency is not clear.
  let money: Money?
  let statedCurrency: String
  /// The cells that people with this row's texts belong to, by the pay column; empty until the first one does.
  var cells: [[Int]]
  var plain: Plain?

  init(
    date: CalendarDate, match: PlaceMatcher.Match?, placeText: (text: String, field: Int),
    jobs: Result<Jobs, ProfiledRows.Refusal>, level: String, industry: String,
    basis: Result<(basis: PayBasis, hours: Double), ProfiledRows.Refusal>, hours: Double, money: Money?,
    statedCurrency: String, payColumns: Int
  ) {
    self.date = date
    self.match = match
    self.placeText = placeText
    self.jobs = jobs
    self.level = level
    self.industry = industry
    self.basis = basis
    self.hours = hours
    self.money = money
    self.statedCurrency = statedCurrency
    cells = Array(repeating: [], count: payColumns)
  }
}

/// The contexts of the rows read last, by the bytes of the columns they come from.
struct RowContexts {
  /// A file of a million different texts must not fill the memory: then all are forgotten, and learned again.
  private static let limit = 1 << 16

  private let columns: [Int]
  private var texts = CSVInterner()
  private var found: [Result<RowContext, ProfiledRows.Refusal>] = []
  private var key: [UInt8] = []

  /// Contexts that depend on these columns and no others.
  init(columns: some Sequence<Int>) { self.columns = Set(columns).sorted() }

  /// The context of a row, or why it cannot have one; `make` runs when its texts were not met before.
  mutating func context(
    of record: borrowing CSVRecord, make: (borrowing CSVRecord) -> Result<RowContext, ProfiledRows.Refusal>
  ) throws(ProfiledRows.Refusal) -> RowContext {
    key.removeAll(keepingCapacity: true)
    for column in columns {
      let bytes = record.bytes(column)
      key.append(contentsOf: bytes)
      // With its length behind each text, two rows have one key only if they have the same texts.
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count)) { key.append(contentsOf: $0) }
    }
    let id = key.withUnsafeBufferPointer { Int(texts.id(for: $0)) }
    if id < found.count { return try found[id].get() }
    if id == Self.limit {
      (texts, found) = (CSVInterner(), [])
      return try context(of: record, make: make)
    }
    let new = make(record)
    found.append(new)
    return try new.get()
  }
}
