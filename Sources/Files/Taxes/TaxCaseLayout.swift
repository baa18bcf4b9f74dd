import CSVStream
import Market
import Quantities
import Taxation

/// Where the columns of a file of tax questions are, and how one of its rows is read.
struct TaxCaseLayout {
  let header: CSVHeader
  let reader: TaxCaseReader
  let file: String
  let source: CSVSource
  /// Columns that are written out again, with their place in the file.
  let passedOn: [(name: String, field: Int)]
  private let field: [Column: Int]

  enum Column: String, CaseIterable {
    case year, country, region, jurisdiction, state, locality, status, children, wages, salary, ltcg
    case employmentIncome = "employment_income"
    case pension = "pension_net_pay"
    case localRate = "local_rate"
    case spouseWages = "spouse_wages"
    case deferral = "deferral_401k"
    case hsa = "hsa_payroll"
    case premiums = "premiums_125"
    case bargain = "iso_bargain"
    case isoSale = "iso_sale"
    case minimumTaxCredit = "amt_credit"
    case stockIncome = "stock_income"
    case smallBusinessGain = "qsbs_gain"
    case workState = "work_state"
    case workLocality = "work_locality"
    case daysAtHome = "days_at_home"
  }

  /// Nil, with a fault, when no column says what is earned.
  init?(header: CSVHeader, reader: TaxCaseReader, file: String, source: CSVSource, faults: inout FaultList) {
    self.header = header
    self.reader = reader
    self.file = file
    self.source = source
    passedOn = header.names.enumerated().compactMap { field, name in
      reader.computed.contains(name.lowercased()) ? nil : (name.isEmpty ? "column\(field + 1)" : name, field)
    }
    var field: [Column: Int] = [:]
    for column in Column.allCases { field[column] = header.index(of: column.rawValue) }
    self.field = field
    guard field[.wages] == nil, field[.salary] == nil, field[.employmentIncome] == nil else { return }
    let near = NearestName.suggestions(for: "wages", among: header.names, limit: 1).first
    faults.add {
      Diagnostic(
        name: "missing-column", message: "there is no column wages",
        cure: near.map { "did you mean wages where it says \($0)?" }
          ?? "the columns are \(Column.allCases.map(\.rawValue).joined(separator: ", ")); any but wages may be missing",
        file: file, line: 1, column: 1, excerpt: source.excerpt(line: 1), caret: 1)
    }
    return nil
  }

  /// Nil, with its faults, when the row cannot be used.
  func row(_ record: borrowing CSVRecord, faults: inout FaultList) -> TaxCases.Row? {
    let before = faults.count
    if let place = abroad(record) { return earner(record, place, &faults) }
    let filing = filing(record, &faults)
    let state = state(record, .state, &faults)
    let locality = locality(record, .locality, in: state, &faults)
    let year = Int(whole(record, .year, in: 2025...2100, &faults) ?? Double(reader.defaultYear))
    var household = Household(filing: filing ?? .single, wages: amount(record, .wages, &faults))
    household.children = Int(whole(record, .children, in: 0...20, &faults) ?? 0)
    household.spouseWages = amount(record, .spouseWages, &faults)
    household.deferral401k = amount(record, .deferral, &faults)
    household.hsa = amount(record, .hsa, &faults)
    household.premiums = amount(record, .premiums, &faults)
    household.longTermGain = amount(record, .ltcg, &faults)
    household.incentiveBargain = amount(record, .bargain, &faults)
    stock(record, &household, &faults)
    if household.spouseWages > 0, filing != .joint {
      fault(
        "spouse-without-joint", "spouse_wages beside status \(filing?.rawValue ?? "")", .spouseWages, record, &faults,
        cure: "write status joint, or leave spouse_wages empty")
    }
    let rate = share(record, &faults)
    if household.deferral401k + household.hsa + household.premiums > household.wages, faults.count == before {
      fault(
        "value-out-of-range", "more is put aside than the wages of \(text(record, .wages))", .deferral, record, &faults,
        cure: "lower deferral_401k, hsa_payroll or premiums_125")
    }
    let home = TaxSite(state: state ?? "", locality: locality, localRate: rate)
    let sites = sites(record, home: home, &faults)
    guard faults.count == before else { return nil }
    return TaxCases.Row(
      taxCase: .unitedStates(household, sites: sites, year: year),
      fields: passed(record))
  }

  /// Shares sold, and what earlier years left to credit.
  private func stock(_ record: borrowing CSVRecord, _ household: inout Household, _ faults: inout FaultList) {
    household.incentiveSale = amount(record, .isoSale, &faults)
    household.minimumTaxCredit = amount(record, .minimumTaxCredit, &faults)
    household.wagesWithoutFICA = amount(record, .stockIncome, &faults)
    household.wages += household.wagesWithoutFICA
    household.smallBusinessGain = amount(record, .smallBusinessGain, &faults)
    if household.incentiveSale > household.longTermGain {
      fault(
        "value-out-of-range", "iso_sale is more than ltcg", .isoSale, record, &faults,
        cure: "it is a part of the gain: raise ltcg")
    }
  }

  private func passed(_ record: borrowing CSVRecord) -> [String] {
    passedOn.map { CSVWriter.unguarded(record.text($0.field)) }
  }

  /// The place of a row outside the United States, `GB-SCT`; nil for one inside.
  private func abroad(_ record: borrowing CSVRecord) -> String? {
    let whole = text(record, .jurisdiction).uppercased()
    if !whole.isEmpty { return whole.hasPrefix("US") ? nil : whole }
    let country = text(record, .country).uppercased()
    guard !country.isEmpty, country != "US" else { return nil }
    let region = text(record, .region).uppercased()
    return region.isEmpty ? country : "\(country)-\(region)"
  }

  private func earner(_ record: borrowing CSVRecord, _ place: String, _ faults: inout FaultList) -> TaxCases.Row? {
    let before = faults.count
    if !AbroadLaw.known.contains(String(place.prefix(2))) {
      fault(
        "unknown-country", "no tax tables for \"\(place)\"", field[.jurisdiction] == nil ? .country : .jurisdiction,
        record,
        &faults, cure: "there are US, \(AbroadLaw.known.joined(separator: ", "))")
    }
    let year = Int(whole(record, .year, in: 2025...2100, &faults) ?? Double(reader.defaultYear))
    let pay = [Column.salary, .employmentIncome, .wages].first { field[$0] != nil } ?? .wages
    var earner = AbroadEarner(place: place, pay: amount(record, pay, &faults))
    earner.pension = amount(record, .pension, &faults)
    earner.children = Int(whole(record, .children, in: 0...20, &faults) ?? 0)
    earner.isMarried = filing(record, &faults) == .joint
    if earner.pension > earner.pay {
      fault(
        "value-out-of-range", "pension_net_pay is more than the pay", .pension, record, &faults, cure: "lower it")
    }
    guard faults.count == before else { return nil }
    return TaxCases.Row(taxCase: .abroad(earner, year: year), fields: passed(record))
  }

  private func filing(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> FilingStatus? {
    let text = text(record, .status)
    if text.isEmpty { return .single }
    if let status = FilingStatus(rawValue: text.lowercased()) { return status }
    fault(
      "unknown-filing-status", "\"\(text)\" is no filing status", .status, record, &faults,
      cure: "single, joint (married, one return) or hoh (head of household)")
    return nil
  }

  /// Home, and the place of work if it is another.
  private func sites(_ record: borrowing CSVRecord, home: TaxSite, _ faults: inout FaultList) -> WorkSites {
    let work = state(record, .workState, &faults)
    let share = shareAtHome(record, &faults)
    let given = [Column.workState, .workLocality, .daysAtHome].first { !text(record, $0).isEmpty }
    guard let given, given != .daysAtHome || share > 0 else { return WorkSites(home: home) }
    if text(record, .state).isEmpty {
      fault(
        "work-without-home", "\(given.rawValue) without a state", given, record, &faults,
        cure: "write the state one lives in under state, or leave \(given.rawValue) empty")
    } else if given == .daysAtHome {
      fault(
        "work-without-home", "days_at_home without work_state", .daysAtHome, record, &faults,
        cure: "write the employer's state under work_state, or leave days_at_home empty")
    }
    let state = text(record, .workState).isEmpty ? home.state : work
    let locality = locality(record, .workLocality, in: state?.isEmpty == false ? state : nil, &faults)
    return WorkSites(home: home, work: TaxSite(state: state ?? "", locality: locality), shareAtHome: share)
  }

  private func shareAtHome(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> Double {
    let text = text(record, .daysAtHome)
    if text.isEmpty { return 0 }
    if let share = DaysAtHomeText.share(text) { return share }
    fault(
      "value-out-of-range", "days_at_home is \"\(text)\"", .daysAtHome, record, &faults,
      cure: "write days of a five-day week, 2, or a share, 40%")
    return 0
  }

  private func state(_ record: borrowing CSVRecord, _ column: Column, _ faults: inout FaultList) -> String? {
    let text = text(record, column)
    if text.isEmpty { return nil }
    if let code = reader.localities.state(text), reader.places.contains("US-\(code)") { return code }
    fault(
      "unknown-state", "\"\(text)\" is no state with tax tables", column, record, &faults,
      cure: "write its two letters: CO for Colorado, DC for the District of Columbia")
    return nil
  }

  private func locality(
    _ record: borrowing CSVRecord, _ column: Column, in state: String?, _ faults: inout FaultList
  ) -> String? {
    let text = text(record, column)
    guard let state, !text.isEmpty else { return nil }
    if let found = reader.localities.find(text, in: state) { return found.place }
    let known = reader.localities.localities(of: state).map(\.name)
    let near = NearestName.suggestions(for: text, among: known, limit: 1).first
    fault(
      "unknown-locality", "\"\(text)\" has no tax tables in \(state)", column, record, &faults,
      cure: near.map { "did you mean \($0)?" }
        ?? (column == .locality
          ? "leave it empty, or give its share of wages in a column local_rate: 1.5%" : "leave it empty"))
    return nil
  }

  /// A local rate: a share of wages.
  private func share(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> Double {
    let text = text(record, .localRate)
    if text.isEmpty { return 0 }
    if let share = QuantityText.share(text), (0...0.2).contains(share) { return share }
    fault(
      "share-not-a-percent", "local_rate is \"\(text)\"", .localRate, record, &faults,
      cure: "write a share of wages: 1.5%")
    return 0
  }

  /// An amount of a year; an empty one is 0.
  private func amount(_ record: borrowing CSVRecord, _ column: Column, _ faults: inout FaultList) -> Double {
    guard let index = field[column] else { return 0 }
    if record.bytes(index).isEmpty {
      guard column == .wages || column == .salary || column == .employmentIncome else { return 0 }
      fault("pay-not-a-number", "\(column.rawValue) is empty", column, record, &faults, cure: "write 0 for no pay")
      return 0
    }
    if let value = record.double(index), value >= 0, value <= 1e12 { return value }
    let text = text(record, column)
    if let read = QuantityText.amount(text), read.value >= 0, read.value <= 1e12, read.mark == nil || read.mark == "$" {
      return read.value
    }
    fault(
      "pay-not-a-number", "\(column.rawValue) is \"\(text)\"", column, record, &faults,
      cure: QuantityText.withLettersRead(text).map { "did you mean \($0)?" } ?? "write dollars a year: 185000 or 185k")
    return 0
  }

  private func whole(
    _ record: borrowing CSVRecord, _ column: Column, in range: ClosedRange<Double>, _ faults: inout FaultList
  ) -> Double? {
    guard let index = field[column], !record.bytes(index).isEmpty else { return nil }
    if let value = record.double(index), value == value.rounded(), range.contains(value) { return value }
    fault(
      "value-out-of-range", "\(column.rawValue) is \"\(text(record, column))\"", column, record, &faults,
      cure: "a whole number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    return nil
  }

  private func text(_ record: borrowing CSVRecord, _ column: Column) -> String {
    field[column].map { CSVWriter.unguarded(record.text($0)) } ?? ""
  }

  private func fault(
    _ name: String, _ message: String, _ column: Column, _ record: borrowing CSVRecord, _ faults: inout FaultList,
    cure: String
  ) {
    let place = source.location(ofField: field[column] ?? 0, at: record.position)
    faults.add {
      Diagnostic(
        name: name, message: message, cure: cure, file: file, line: place.line, column: place.column,
        excerpt: place.excerpt, caret: place.caret)
    }
  }
}
