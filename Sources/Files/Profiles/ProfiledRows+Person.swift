import CSVStream
import Market
import Quantities

/// Rows of one person each.
extension ProfiledRows {
  func takePerson(_ record: borrowing CSVRecord) throws(Refusal) {
    let date = try date(record)
    let match = place(record)
    let pays = try pays(record, country: match?.location.country, date: date)
    let jobs = try jobs(record)
    guard let match else {
      let (text, field) = placeText(record)
      throw Refusal(reason: .unknownPlace, field: field, text: text)
    }
    if match.isWidened {
      let text = placeText(record).text
      ledger.apply(
        "city not known, kept for the state or country", line: record.line,
        example: "\(text) is \(match.location.name)")
    }
    let (level, industry) = (said(.level, record), industry(record))
    for job in jobs {
      for (element, amount) in pays {
        let key = IncumbentCells.Key(
          job: .init(job), location: match.location.id, level: level, industry: industry, element: element)
        people[date, default: IncumbentCells()].add(amount, to: key, line: record.line)
      }
    }
  }

  /// A person's pay by element, a year, in the currency of the data set.
  private func pays(
    _ record: borrowing CSVRecord, country: String?, date: CalendarDate
  ) throws(Refusal) -> [(element: String, amount: Double)] {
    var found: [(element: String, amount: Double)] = []
    for entry in binding.pays {
      guard let column = entry.columns[0], !found.contains(where: { $0.element == entry.pay.element }) else { continue }
      let text = record.text(column)
      if text.allSatisfy({ $0 == " " }) { continue }
      if let marker = profile.markers[text.lowercased()] {
        ledger.apply("marker \(text), \(marker.rawValue)", line: record.line, example: text)
        continue
      }
      let read = try amount(record, column, text)
      var (basis, hours) = try basis(record, own: entry.pay.basis)
      if let stated = read.basis { basis = stated }
      let code = try currency(record, mark: read.mark, column: column, country: country)
      var amount = read.amount * basis.annualFactor(hoursPerYear: hours)
      if profile.inThousands { amount *= 1_000 }
      let (rate, _) = try rate(code, date: date, column: column, line: record.line)
      amount *= rate
      // Only the main figure decides whether a row is absurd: a bonus may be nothing.
      let isMain = entry.pay.element == binding.pays[0].pay.element
      if !isMain, amount < profile.plausible.lowerBound, amount >= 0 { continue }
      guard profile.plausible.contains(amount) else {
        throw Refusal(reason: .absurdPay, field: column, text: text)
      }
      found.append((entry.pay.element, amount))
    }
    guard !found.isEmpty else {
      throw Refusal(reason: .noValue, field: binding.pays.first?.columns[0] ?? 0, text: "")
    }
    return found
  }

  private func amount(
    _ record: borrowing CSVRecord, _ column: Int, _ text: String
  ) throws(Refusal) -> (amount: Double, basis: PayBasis?, mark: String?) {
    if let number = record.double(column) { return (number, nil, nil) }
    guard profile.readsPayTexts, let read = PayText(text) else {
      throw Refusal(reason: .unreadablePay, field: column, text: text)
    }
    for rule in read.rules {
      ledger.apply(
        rule.rawValue, line: record.line, example: "\(text) is \(NumberText.grouped(read.amount, decimals: 2))")
    }
    return (read.amount, read.basis, read.mark)
  }

  private func currency(
    _ record: borrowing CSVRecord, mark: String?, column: Int, country: String?
  ) throws(Refusal) -> String {
    let stated = said(.currency, record)
    let other = said(.otherCurrency, record)
    let found = money.currency(stated: stated, other: other, country: country, usual: profile.currency)
    guard case .code(let code, let rule) = found else {
      throw Refusal(reason: .currencyUnclear, field: binding.fields[.currency] ?? column, text: stated)
    }
    if let rule { ledger.apply(rule, line: record.line, example: "\(stated) \(other) is \(code)") }
    if let mark, !money.agrees(mark, with: code) {
      throw Refusal(reason: .currencyUnclear, field: column, text: "\(mark) beside \(code)")
    }
    return code
  }

  /// The rate to the currency of the data set at its month.
  func rate(
    _ code: String, date: CalendarDate, column: Int, line: Int
  ) throws(Refusal) -> (rate: Double, date: CalendarDate) {
    let found: (rate: Double, date: CalendarDate)?
    do { found = try money.rate(from: code, to: profile.currency, on: date) } catch { found = nil }
    guard let found else { throw Refusal(reason: .noRate, field: binding.fields[.currency] ?? column, text: code) }
    if code != profile.currency {
      ledger.apply(
        "\(code) to \(profile.currency), \(date.year)", line: line,
        example: "at \(NumberText.fixed(found.rate, decimals: 6)), ECB \(found.date)")
    }
    return found
  }
}
