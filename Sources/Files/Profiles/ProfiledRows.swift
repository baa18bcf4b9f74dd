import CSVStream
import Market
import Quantities

/// Takes the rows of one file as a profile says, and keeps what they come to.
final class ProfiledRows {
  let profile: SurveyProfile
  let binding: ProfileBinding
  let file: SurveyFile
  var ledger = RowLedger()
  /// The rows left out; nil when nobody asked for them.
  let rejects: RejectsFile?
  var faults: FaultList
  var titles: JobMatcher
  let words: TitleWords
  let technology: IndustryDirectory
  var places: PlaceMatcher
  var industries: NameCache
  var statistics = TidyStatistics()
  var money: CurrencyReader
  /// The pay of the row being read, by its place among the pay columns of the profile.
  var pays: [Pay] = []
  var people = IncumbentCells()
  var contexts: RowContexts
  /// Whether a marker might be read as a number: `-9` for one that is withheld.
  let hasMarkersWithDigits: Bool
  /// Whether the file writes 70.000,50.
  let hasDecimalComma: Bool
  /// Published cells by the month of their data set.
  var cells: [CalendarDate: PublishedCells] = [:]
  private(set) var isAfterTable = false
  private var plausibleByDate: [CalendarDate: ClosedRange<Double>] = [:]

  init(
    profile: SurveyProfile, binding: ProfileBinding, file: SurveyFile, names: SurveyReader, money: CurrencyReader,
    hasDecimalComma: Bool
  ) {
    self.hasDecimalComma = hasDecimalComma
    self.profile = profile
    self.binding = binding
    self.file = file
    self.money = money
    rejects = file.options.skipsBadRows ? RejectsFile(of: file.path, source: file.source) : nil
    hasMarkersWithDigits = profile.markers.keys.contains { $0.contains(where: \.isNumber) }
    contexts = RowContexts(
      columns: Self.personFields.compactMap { binding.fields[$0] } + binding.filters.map(\.column)
        + [binding.date].compactMap { $0 })
    faults = FaultList(limit: file.options.faultLimit)
    titles = JobMatcher(names.roles, words: names.titleWords)
    words = names.titleWords
    technology = names.industries
    places = PlaceMatcher(names.places, currencies: names.currencies, usual: profile.currency)
    industries = NameCache(roles: names.roles, places: names.places, industries: names.industries)
  }

  /// What is said of a person, pay apart.
  private static let personFields: [SurveyProfile.Field] = [
    .role, .soc, .function, .location, .city, .county, .state, .country, .level, .industry, .currency, .otherCurrency,
    .basis,
    .hours,
  ]

  /// A person's pay a year in the currency it is in.
  struct Pay {
    /// Its place among the pay columns.
    let column: Int
    /// Nil for a top code without its bound.
    let amount: Double?
    let isLeast: Bool
    let currency: String
  }

  /// Why a row cannot be taken, and where that stands.
  struct Refusal: Error {
    let reason: LeftOut
    let field: Int
    let text: String
  }

  /// Where the pay of a row belongs.
  struct Target {
    var jobs: [PricedJob]
    var location: Location
    var level: String
    var industry: String
    var date: CalendarDate
    var currency: String
    /// Whether the row itself says the currency.
    var statesCurrency: Bool
    /// The wider places that the row counts for as well.
    var wider: [String]
    /// How many people and employers its figures are of, where the row says it.
    var counts: (people: Double?, employers: Double?)
  }

  func take(_ record: borrowing CSVRecord) {
    let position = record.position
    do throws(Refusal) {
      try refuseNoRow(record)
      if profile.shape == .incumbents {
        try takePerson(record)
      } else {
        try refuseFiltered(record)
        try takeCell(record)
      }
      ledger.countImported()
    } catch {
      leave(error, at: position)
    }
  }

  private func leave(_ refusal: Refusal, at position: CSVPosition) {
    let reason = refusal.reason
    ledger.leave(reason, line: position.line, text: refusal.text)
    rejects?.add(reason, position: position, field: refusal.field, text: refusal.text)
    guard reason.isFault else { return }
    let file = file
    faults.add {
      file.fault(
        reason.rawValue, refusal.text.isEmpty ? reason.meaning : "\"\(refusal.text)\": \(reason.meaning)",
        cure: reason.cure, field: refusal.field, at: position)
    }
  }

  private func refuseNoRow(_ record: borrowing CSVRecord) throws(Refusal) {
    if isAfterTable || !profile.footers.isEmpty {
      let first = record.text(0)
      isAfterTable = isAfterTable || profile.footers.contains { first.hasPrefix($0) }
      if isAfterTable { throw Refusal(reason: .afterTable, field: 0, text: first) }
    }
    if record.isBlank { throw Refusal(reason: .emptyRow, field: 0, text: "") }
    if record.count != binding.count {
      // Trailing delimiters without anything between them are how some programs pad.
      var isPadded = record.count > binding.count
      if isPadded { for field in binding.count..<record.count where !record.bytes(field).isEmpty { isPadded = false } }
      if !isPadded {
        throw Refusal(reason: .wrongFieldCount, field: 0, text: "\(record.count) fields, not \(binding.count)")
      }
    }
  }

  /// Refuses a row that the profile's filters do not ask for.
  func refuseFiltered(_ record: borrowing CSVRecord) throws(Refusal) {
    for filter in binding.filters {
      let text = record.text(filter.column)
      if !filter.texts.contains(text.lowercased()) {
        throw Refusal(reason: .filtered, field: filter.column, text: text)
      }
    }
  }

  // MARK: - Fields

  /// What a row says of a field: its column's text, brought to what it stands for, or the constant.
  func said(_ field: SurveyProfile.Field, _ record: borrowing CSVRecord) -> String {
    guard let column = binding.fields[field] else { return profile.constants[field] ?? "" }
    let text = CSVWriter.unguarded(record.text(column))
    if text.isEmpty { return profile.constants[field] ?? "" }
    guard let values = profile.values[field] else { return text }
    return values[text.lowercased()] ?? text
  }

  func date(_ record: borrowing CSVRecord) throws(Refusal) -> CalendarDate {
    guard let column = binding.date, case .column(_, let order, let month) = profile.when else {
      return file.options.effective ?? fixedDate ?? CalendarDate(daysSince1970: 0)
    }
    let text = record.text(column)
    let read = order.read(text)
    let usedMonth = profile.isDatedByMonth ? read?.month : month
    guard let read, let date = CalendarDate(year: read.year, month: usedMonth ?? month, day: 1),
      // A year that has begun is none to come, whichever month stands for it.
      let start = CalendarDate(year: read.year, month: read.month ?? 1, day: 1)
    else { throw Refusal(reason: .badDate, field: column, text: text) }
    if file.options.isAhead(start) { throw Refusal(reason: .dateAhead, field: column, text: text) }
    // The month that stands for a year that is not over yet is none to come either.
    if let today = file.options.asOf, date > today.startOfMonth { return max(start, today.startOfMonth) }
    return date
  }

  var fixedDate: CalendarDate? {
    if case .fixed(let date) = profile.when { return date }
    return nil
  }

  /// What surveys write for a whole country.
  private static let everywhere: Set<String> = ["all", "national", "nationwide", "all locations", "total", "overall"]

  func place(_ record: borrowing CSVRecord) -> PlaceMatcher.Match? {
    let fields: [SurveyProfile.Field] = [.location, .city, .county, .state]
    var parts: [String] = []
    var everywhere = ""
    for field in fields {
      let text = said(field, record)
      if Self.everywhere.contains(text.lowercased()) {
        everywhere = text
      } else if !text.isEmpty {
        parts.append(text)
      }
    }
    let country = said(.country, record)
    if country.isEmpty {
      return parts.isEmpty
        ? nation(everywhere, record) : places.place(parts.joined(separator: ", "), paidIn: statedCurrency(record))
    }
    guard let nation = places.place(country, isCountry: true) else {
      return places.place((parts + [country]).joined(separator: ", "), paidIn: statedCurrency(record))
    }
    guard nation.location.id == "US", !parts.isEmpty else {
      return places.place(parts.joined(separator: ", "), in: nation.location)
    }
    let inside = places.place((parts + ["USA"]).joined(separator: ", "))
    return inside ?? PlaceMatcher.Match(location: nation.location, isWidened: true)
  }

  /// The nation of a row that says no more than `National`; nil where it may be another one by the currency.
  private func nation(_ text: String, _ record: borrowing CSVRecord) -> PlaceMatcher.Match? {
    guard let found = places.place(text), found.location.kind == .nation else { return nil }
    let stated = statedCurrency(record)
    let own = money.currencies.currency(of: found.location.id)?.code
    return own == (stated.isEmpty ? profile.currency : stated) ? found : nil
  }

  /// The code of the currency that a row states, or that the profile says of all rows that state none; else empty.
  private func statedCurrency(_ record: borrowing CSVRecord) -> String {
    let text = said(.currency, record)
    if text.isEmpty { return profile.unstated == .currency ? profile.currency : "" }
    return money.currencies.find(text)?.code ?? ""
  }

  func placeText(_ record: borrowing CSVRecord) -> (text: String, field: Int) {
    var parts: [String] = []
    var column = 0
    for field in [SurveyProfile.Field.location, .city, .county, .state, .country] {
      let text = said(field, record)
      if !text.isEmpty { parts.append(text) }
      if let index = binding.fields[field], column == 0 { column = index }
    }
    return (parts.joined(separator: ", "), column)
  }

  func industry(_ record: borrowing CSVRecord) -> String {
    let text = said(.industry, record)
    guard !text.isEmpty, case .success(let code) = industries.industry(text) else { return "" }
    return code
  }

  /// The hours of a year: the row's own, of a week or a year, or the profile's.
  func yearlyHours(_ record: borrowing CSVRecord) -> Double {
    guard let hours = QuantityText.decimal(said(.hours, record)), hours > 0, hours <= 8_760 else {
      return profile.hoursPerYear
    }
    // A week has 168.
    return hours <= 168 ? hours * 52 : hours
  }

  /// The basis a row states, with the hours of a year when it is hourly: `hourly 2184` says both.
  func basis(
    _ record: borrowing CSVRecord, own: PayBasis?
  ) throws(Refusal) -> (basis: PayBasis, hours: Double) {
    var hours = yearlyHours(record)
    if let own { return (own, hours) }
    let text = said(.basis, record)
    guard !text.isEmpty else { return (profile.basis, hours) }
    guard let stated = PayPeriod.stated(text) else {
      throw Refusal(reason: .unknownBasis, field: binding.fields[.basis] ?? 0, text: text)
    }
    if let own = stated.hours { hours = own }
    return (stated.basis, hours)
  }

  /// How rows that state no currency are taken.
  var unstated: SurveyProfile.Unstated {
    profile.unstated ?? (binding.fields[.currency] == nil ? .currency : .country)
  }

  /// What one unit of a currency is worth in that of the data set at its month; nil where it is not quoted.
  func rate(_ code: String, date: CalendarDate) -> (rate: Double, date: CalendarDate)? {
    do { return try money.rate(from: code, to: profile.currency, on: date) } catch { return nil }
  }

  /// Pay as it was typed, in a file of its decimal mark.
  func payText(_ text: String) -> PayText? {
    PayText(hasDecimalComma ? DecimalComma.pointed(text) : text, currencies: money.currencies)
  }

  /// The pay that is plausible at a date, in the currency of the data set. Where that is not quoted in dollars the
  /// range is taken as it stands.
  func plausible(on date: CalendarDate) -> ClosedRange<Double> {
    if let held = plausibleByDate[date] { return held }
    let range = profile.plausible
    var own = range
    if profile.currency != "USD", let found = try? money.rate(from: "USD", to: profile.currency, on: date) {
      own = range.lowerBound * found.rate...range.upperBound * found.rate
    }
    plausibleByDate[date] = own
    return own
  }

  /// Pay that a row states in another currency than its place has: the place, or the currency, may be misread.
  func otherCurrency(_ code: String, isStated: Bool, _ place: Location) -> PlaceMatcher.Match.Rule? {
    guard isStated, let home = homeCurrency(of: place.id), home != code else { return nil }
    return PlaceMatcher.Match.Rule(
      name: PlaceMatcher.RuleName.otherCurrency, reading: "\(place.shortName), paid in \(code)")
  }

  /// The currency of a place's country: GBP for `GB-LON`.
  func homeCurrency(of location: String) -> String? {
    let country = location.split(separator: "-").first.map(String.init) ?? location
    return money.currencies.currency(of: country)?.code
  }

  /// How cells of a month come to their currency.
  func exchange(_ date: CalendarDate) -> IncumbentCells.Exchange {
    IncumbentCells.Exchange(
      usual: profile.currency,
      home: { self.homeCurrency(of: $0) },
      rate: { from, to in
        do { return try self.money.rate(from: from, to: to, on: date)?.rate } catch { return nil }
      })
  }

  /// What is listed where one currency was brought to another; nil where there was nothing to do.
  func rateRule(
    _ code: String, date: CalendarDate, _ found: (rate: Double, date: CalendarDate)
  ) -> (name: String, example: () -> String)? {
    if code == profile.currency { return nil }
    return (
      RowLedger.rateRule + "\(code) to \(profile.currency) of \(found.date)",
      { "\(code) \(NumberText.fixed(found.rate, decimals: found.rate < 0.01 ? 9 : 6))" }
    )
  }
}
