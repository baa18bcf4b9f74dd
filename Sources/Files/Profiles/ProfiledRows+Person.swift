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
    apply(match, countsStates: true, line: record.line)
    if match.isWidened {
      ledger.apply(
        "city not known, kept for the state or country", line: record.line,
        example: "\(context.placeText.text) is \(match.location.name)")
    }
    for pay in pays {
      // A sign beside the amount may say another currency than the rest of the row does.
      let isUsual = pay.currency == context.money?.code
      var cells = isUsual ? context.cells[pay.column] : []
      if cells.isEmpty {
        cells = jobs.map { cell(of: pay, job: $0, match, context, line: record.line) }
        if isUsual { context.cells[pay.column] = cells }
      }
      for cell in cells {
        if let amount = pay.amount {
          people.add(amount, isLeast: pay.isLeast, to: cell)
        } else {
          people.addUnbounded(to: cell)
        }
      }
    }
    context.plain = plain(context)
  }

  private func cell(
    of pay: Pay, job: PricedJob, _ match: PlaceMatcher.Match, _ context: RowContext, line: Int
  ) -> Int {
    people.cell(
      IncumbentCells.Key(
        date: context.date, job: .init(job), location: match.location.id, state: match.state, level: context.level,
        industry: context.industry, element: binding.pays[pay.column].pay.element, currency: pay.currency), line: line)
  }

  /// The way of most rows of a large file. Returns whether it was one: a number that is plausible pay.
  private func takePlainly(_ record: borrowing CSVRecord, _ plain: RowContext.Plain) -> Bool {
    guard let number = record.double(plain.column) else { return false }
    let amount = number * plain.annual * plain.unit
    guard plain.plausible.contains(amount * plain.rate) else { return false }
    people.add(amount, to: plain.cell)
    plain.jobs.apply(to: &ledger, line: record.line)
    for rule in plain.placeRules { ledger.apply(rule, line: record.line) }
    if let rule = plain.currencyRule { ledger.apply(rule.name, line: record.line, example: rule.example()) }
    return true
  }

  /// How rows with these texts are taken when their pay is a number; nil where more has to be done for each.
  private func plain(_ context: RowContext) -> RowContext.Plain? {
    guard binding.pays.count == 1, let column = binding.pays[0].columns[0], !hasMarkersWithDigits,
      context.cells[0].count == 1, let match = context.match, !match.isWidened, case .success(let jobs) = context.jobs,
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
      rate: rate, plausible: plausible(on: context.date), cell: context.cells[0][0], jobs: jobs,
      placeRules: match.rules + [match.stateRule].compactMap { $0 },
      currencyRule: money.currencyRule)
  }

  private func jobs(_ record: borrowing CSVRecord, _ context: RowContext) throws(Refusal) -> [PricedJob] {
    let jobs = try context.jobs.get()
    jobs.apply(to: &ledger, line: record.line)
    return jobs.found
  }

  /// Puts a person's pay by element into `pays`: a year, in the currency it is stated in.
  private func readPays(_ record: borrowing CSVRecord, _ context: RowContext) throws(Refusal) {
    pays.removeAll(keepingCapacity: true)
    let plausible = plausible(on: context.date)
    for (index, entry) in binding.pays.enumerated() {
      guard let column = entry.columns[0] else { continue }
      // The first column of an element that holds pay counts.
      if pays.contains(where: { binding.pays[$0.column].element == entry.element }) { continue }
      let read: (amount: Double, basis: PayBasis?, mark: String?, isLeast: Bool)?
      do throws(Refusal) { read = try amount(record, column) } catch  where entry.element > 0 {
        // What cannot be read of other pay is no reason to leave base out.
        ledger.apply("pay beside base that cannot be read", line: record.line, example: record.text(column))
        continue
      }
      guard let read else {
        if profile.markers[record.text(column).lowercased()] == .capped {
          pays.append(Pay(column: index, amount: nil, isLeast: true, currency: context.money?.code ?? profile.currency))
        }
        continue
      }
      var (basis, hours) = (PayBasis.annual, context.hours)
      if let own = entry.pay.basis { basis = own } else { (basis, hours) = try context.basis.get() }
      if let stated = read.basis { basis = stated }
      var amount = read.amount * basis.annualFactor(hoursPerYear: hours)
      if profile.inThousands { amount *= 1_000 }
      let (code, rate) = try rate(record, context, mark: read.mark, column: column)
      // Only the main figure decides whether a row is absurd: a bonus may be nothing.
      if entry.element > 0, amount * rate < plausible.lowerBound, amount >= 0 { continue }
      guard plausible.contains(amount * rate) else {
        throw Refusal(reason: .absurdPay, field: column, text: record.text(column))
      }
      pays.append(Pay(column: index, amount: amount, isLeast: read.isLeast, currency: code))
    }
    guard !pays.isEmpty else {
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
    guard profile.readsPayTexts, let read = payText(text) else {
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
    var meaning = marker.rawValue
    if let bound {
      meaning = "at least \(NumberText.grouped(bound, decimals: bound == bound.rounded() ? 0 : 2))"
    } else if marker == .capped {
      meaning = "at least the highest known pay of its cell; its bound would say more (`capped at 239200`)"
    }
    ledger.apply("marker \(text), \(meaning)", line: record.line, example: text)
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

  /// The row's currency, and what one unit is worth in that of the data set.
  private func rate(
    _ record: borrowing CSVRecord, _ context: RowContext, mark: String?, column: Int
  ) throws(Refusal) -> (code: String, rate: Double) {
    let field = binding.fields[.currency] ?? column
    guard let found = context.money else {
      // What was typed beside "Other" is what has to be looked at.
      let typed = said(.otherCurrency, record)
      throw Refusal(
        reason: .currencyUnclear, field: typed.isEmpty ? field : binding.fields[.otherCurrency] ?? field,
        text: typed.isEmpty ? context.statedCurrency : typed)
    }
    guard let own = money.currency(found.code, isStated: !context.statedCurrency.isEmpty, mark: mark) else {
      throw Refusal(reason: .currencyUnclear, field: column, text: "\(mark ?? "") beside \(found.code)")
    }
    if let rule = own.rule {
      return (own.code, try rate(bySign: own.code, rule, record, context, field: column))
    }
    if let rule = found.currencyRule { ledger.apply(rule.name, line: record.line, example: rule.example()) }
    guard let rate = found.rate else { throw Refusal(reason: .noRate, field: field, text: found.code) }
    if let rule = found.rateRule { ledger.apply(rule.name, line: record.line, example: rule.example()) }
    return (found.code, rate)
  }
}
