import CSVStream
import Market
import Quantities

/// Rows of one person each.
extension ProfiledRows {
  func takePerson(_ record: borrowing CSVRecord) throws(Refusal) {
    let context = try context(of: record)
    if let plain = context.plain, takePlainly(record, plain) { return }
    try readPays(record, context)
    let jobs = try jobs(record, context)
    guard let match = context.match else {
      throw Refusal(reason: .unknownPlace, field: context.placeText.field, text: context.placeText.text)
    }
    if match.isWidened {
      ledger.apply(
        "city not known, kept for the state or country", line: record.line,
        example: "\(context.placeText.text) is \(match.location.name)")
    }
    for (column, amount, isLeast) in pays {
      if context.cells[column].isEmpty {
        context.cells[column] = jobs.map { job in
          people.cell(
            IncumbentCells.Key(
              date: context.date, job: .init(job), location: match.location.id, level: context.level,
              industry: context.industry, element: binding.pays[column].pay.element), line: record.line)
        }
      }
      for cell in context.cells[column] { people.add(amount, isLeast: isLeast, to: cell) }
    }
    context.plain = plain(context)
  }

  /// The way of most rows of a large file. Returns whether it was one: a number that is plausible pay.
  private func takePlainly(_ record: borrowing CSVRecord, _ plain: RowContext.Plain) -> Bool {
    guard let number = record.double(plain.column) else { return false }
    let amount = number * plain.annual * plain.unit * plain.rate
    guard profile.plausible.contains(amount) else { return false }
    people.add(amount, to: plain.cell)
    plain.jobs.apply(to: &ledger, line: record.line)
    if let rule = plain.currencyRule { ledger.apply(rule.name, line: record.line, example: rule.example()) }
    return true
  }

  /// How rows with these texts are taken when their pay is a number; nil where more has to be done for each.
  private func plain(_ context: RowContext) -> RowContext.Plain? {
    guard binding.pays.count == 1, let column = binding.pays[0].columns[0], !hasMarkersWithDigits,
      context.cells[0].count == 1, context.match?.isWidened == false, case .success(let jobs) = context.jobs,
      let money = context.money, money.rateRule == nil,
      let rate = money.rate
    else { return nil }
    var (basis, hours) = (PayBasis.annual, context.hours)
    if let own = binding.pays[0].pay.basis {
      basis = own
    } else {
      guard case .success(let stated) = context.basis else { return nil }
      (basis, hours) = stated
    }
    return RowContext.Plain(
      column: column, annual: basis.annualFactor(hoursPerYear: hours), unit: profile.inThousands ? 1_000 : 1,
      rate: rate, cell: context.cells[0][0], jobs: jobs,
      currencyRule: money.currencyRule)
  }

  private func jobs(_ record: borrowing CSVRecord, _ context: RowContext) throws(Refusal) -> [PricedJob] {
    let jobs = try context.jobs.get()
    jobs.apply(to: &ledger, line: record.line)
    return jobs.found
  }

  /// Puts a person's pay by element into `pays`: a year, in the currency of the data set.
  private func readPays(_ record: borrowing CSVRecord, _ context: RowContext) throws(Refusal) {
    pays.removeAll(keepingCapacity: true)
    var capped: Int?
    for (index, entry) in binding.pays.enumerated() {
      guard let column = entry.columns[0] else { continue }
      // The first column of an element that holds pay counts.
      if pays.contains(where: { binding.pays[$0.column].element == entry.element }) { continue }
      guard let read = try amount(record, column) else {
        if profile.markers[record.text(column).lowercased()] == .capped { capped = column }
        continue
      }
      var (basis, hours) = (PayBasis.annual, context.hours)
      if let own = entry.pay.basis { basis = own } else { (basis, hours) = try context.basis.get() }
      if let stated = read.basis { basis = stated }
      var amount = read.amount * basis.annualFactor(hoursPerYear: hours)
      if profile.inThousands { amount *= 1_000 }
      amount *= try rate(record, context, mark: read.mark, column: column)
      // Only the main figure decides whether a row is absurd: a bonus may be nothing.
      if entry.element > 0, amount < profile.plausible.lowerBound, amount >= 0 { continue }
      guard profile.plausible.contains(amount) else {
        throw Refusal(reason: .absurdPay, field: column, text: record.text(column))
      }
      pays.append((index, amount, read.isLeast))
    }
    guard !pays.isEmpty else {
      if let capped { throw Refusal(reason: .cappedWithoutBound, field: capped, text: record.text(capped)) }
      throw Refusal(reason: .noValue, field: binding.pays.first?.columns[0] ?? 0, text: "")
    }
  }

  /// The amount in a column as it is written; nil where there is none. `isLeast`: pay is that or more, a top code.
  private func amount(
    _ record: borrowing CSVRecord, _ column: Int
  ) throws(Refusal) -> (amount: Double, basis: PayBasis?, mark: String?, isLeast: Bool)? {
    // Numbers first, and no text of them, but where the profile has one for a marker.
    if !hasMarkersWithDigits, let number = record.double(column) { return (number, nil, nil, false) }
    let text = record.text(column)
    if text.allSatisfy({ $0 == " " }) { return nil }
    if let marker = profile.markers[text.lowercased()] {
      return note(marker, text, record).map { ($0, nil, nil, true) }
    }
    if let number = record.double(column) { return (number, nil, nil, false) }
    guard profile.readsPayTexts, let read = PayText(text) else {
      throw Refusal(reason: .unreadablePay, field: column, text: text)
    }
    for rule in read.rules {
      ledger.apply(
        rule.rawValue, line: record.line, example: "\(text) is \(NumberText.grouped(read.amount, decimals: 2))")
    }
    return (read.amount, read.basis, read.mark, false)
  }

  /// Counts a marker; gives what a top code stands for at least, where the profile says it.
  func note(_ marker: SurveyProfile.Marker, _ text: String, _ record: borrowing CSVRecord) -> Double? {
    let bound = profile.caps[text.lowercased()]
    let meaning = bound.map { "at least \(NumberText.grouped($0, decimals: $0 == $0.rounded() ? 0 : 2))" }
    ledger.apply("marker \(text), \(meaning ?? marker.rawValue)", line: record.line, example: text)
    return bound
  }

  /// What one unit of the currency is worth that only the sign beside an amount says.
  private func rate(
    bySign code: String, _ rule: String, _ record: borrowing CSVRecord, _ context: RowContext, field: Int
  ) throws(Refusal) -> Double {
    guard let found = rate(code, date: context.date) else { throw Refusal(reason: .noRate, field: field, text: code) }
    ledger.apply(rule, line: record.line, example: record.text(field))
    if let rule = rateRule(code, date: context.date, found) {
      ledger.apply(rule.name, line: record.line, example: rule.example())
    }
    return found.rate
  }

  /// What one unit of the row's currency is worth in that of the data set.
  private func rate(
    _ record: borrowing CSVRecord, _ context: RowContext, mark: String?, column: Int
  ) throws(Refusal) -> Double {
    let field = binding.fields[.currency] ?? column
    guard let found = context.money else {
      throw Refusal(reason: .currencyUnclear, field: field, text: context.statedCurrency)
    }
    guard let own = money.currency(found.code, isStated: !context.statedCurrency.isEmpty, mark: mark) else {
      throw Refusal(reason: .currencyUnclear, field: column, text: "\(mark ?? "") beside \(found.code)")
    }
    if let rule = own.rule { return try rate(bySign: own.code, rule, record, context, field: column) }
    if let rule = found.currencyRule { ledger.apply(rule.name, line: record.line, example: rule.example()) }
    guard let rate = found.rate else { throw Refusal(reason: .noRate, field: field, text: found.code) }
    if let rule = found.rateRule { ledger.apply(rule.name, line: record.line, example: rule.example()) }
    return rate
  }
}
