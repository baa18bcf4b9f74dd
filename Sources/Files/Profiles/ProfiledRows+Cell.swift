import CSVStream
import Market
import Quantities

/// Rows of one cell each, or of one figure of a cell.
extension ProfiledRows {
  func takeCell(_ record: borrowing CSVRecord) throws(Refusal) {
    let date = try date(record)
    let jobs = try jobs(record)
    jobs.apply(to: &ledger, line: record.line)
    guard let match = place(record) else {
      let (text, field) = placeText(record)
      throw Refusal(reason: .unknownPlace, field: field, text: text)
    }
    if match.isWidened, profile.sameCell == .refuse {
      // A city's figures are not its state's.
      let (text, field) = placeText(record)
      throw Refusal(reason: .unknownPlace, field: field, text: text)
    }
    apply(match, countsStates: profile.sameCell == .median, line: record.line)
    let stated = said(.currency, record)
    let found = money.currency(
      stated: stated, other: "", country: match.location.country, usual: profile.currency, unstated: unstated)
    guard case .code(let code, let rule) = found else {
      throw Refusal(reason: .currencyUnclear, field: binding.fields[.currency] ?? 0, text: stated)
    }
    if let rule = otherCurrency(code, isStated: !stated.isEmpty, match.location) {
      ledger.apply(rule, line: record.line)
    }
    if let rule {
      ledger.apply(
        rule, line: record.line, example: "\(stated.isEmpty ? match.location.name : stated) is \(code)")
    }
    let target = Target(
      jobs: jobs.found, location: match.location, level: said(.level, record), industry: industry(record), date: date,
      currency: code, statesCurrency: !stated.isEmpty,
      // What counties have in common is theirs state by state, and for the nation.
      wider: profile.sameCell == .median ? places.parents(of: match.location.id, in: match.state) : [],
      counts: (try count(.incumbents, record), try count(.organizations, record)))
    if profile.shape == .tidy { try takeFigure(record, target) } else { try takePercentiles(record, target) }
  }

  /// What a column of counts says; nil where it says nothing, and with a rule where it is no plain number.
  private func count(_ field: SurveyProfile.Field, _ record: borrowing CSVRecord) throws(Refusal) -> Double? {
    let text = said(field, record)
    return text.isEmpty ? nil : try count(text, field: binding.fields[field] ?? 0, record)
  }

  private func count(_ text: String, field: Int, _ record: borrowing CSVRecord) throws(Refusal) -> Double? {
    let markers = profile.markers
    let found = CountText(hasDecimalComma ? DecimalComma.pointed(text) : text) { markers[$0] != nil }
    guard let found else { throw Refusal(reason: .badCount, field: field, text: text) }
    if let rule = found.rule {
      ledger.apply(
        rule.rawValue, line: record.line,
        example: found.value.map { "\(text) is \(NumberText.grouped($0))" } ?? text)
    }
    return found.value
  }

  private func takePercentiles(_ record: borrowing CSVRecord, _ target: Target) throws(Refusal) {
    var isFilled = false
    var onlyCapped: Int?
    for entry in binding.pays {
      let found = try figures(record, entry, target)
      let shown = found.values.compactMap { $0 }
      if shown.isEmpty {
        onlyCapped = onlyCapped ?? found.unbounded.min().flatMap { entry.columns[$0 + 1] }
        continue
      }
      let rising = found.values.dropFirst().compactMap { $0 }
      if zip(rising, rising.dropFirst()).contains(where: { $0 > $1 }) {
        throw Refusal(reason: .outOfOrder, field: entry.columns.compactMap { $0 }.first ?? 0, text: "")
      }
      let level = [target.level, entry.pay.level].filter { !$0.isEmpty }.joined(separator: " ")
      try add(found, target, level: level, element: entry.pay.element, record)
      isFilled = true
    }
    if !isFilled {
      if let onlyCapped {
        throw Refusal(reason: .cappedWithoutBound, field: onlyCapped, text: record.text(onlyCapped))
      }
      throw Refusal(reason: .noValue, field: binding.pays.first?.columns.compactMap { $0 }.first ?? 0, text: "")
    }
  }

  private func figures(
    _ record: borrowing CSVRecord, _ entry: ProfileBinding.Pay, _ target: Target
  ) throws(Refusal) -> Figures {
    var figures: [Double?] = Array(repeating: nil, count: 6)
    var currency: String?
    var capped: Set<Int> = []
    var unbounded: Set<Int> = []
    for index in 0..<6 {
      guard let column = entry.columns[index + 1] else { continue }
      guard let found = try figure(record, column, own: entry.pay.basis, target) else {
        if isTopCode(record, column) { unbounded.insert(index) }
        continue
      }
      // A row is in one currency: that of its first figure.
      currency = currency ?? found.currency
      figures[index] = found.amount
      if let currency, currency != found.currency {
        figures[index] = found.amount * (exchange(target.date).rate(found.currency, currency) ?? 1)
      }
      guard found.isLeast else { continue }
      capped.insert(index)
      // A percentile is at least the one below it, which may be printed above the cap.
      if index > 1 { figures[index] = max(figures[index] ?? 0, figures[1..<index].compactMap { $0 }.max() ?? 0) }
    }
    return Figures(values: figures, currency: currency ?? target.currency, capped: capped, unbounded: unbounded)
  }

  /// What a row says of a cell: figures a year in one currency, and where top codes stand.
  struct Figures {
    var values: [Double?]
    let currency: String
    var capped: Set<Int> = []
    /// Places of top codes that do not say their bound.
    var unbounded: Set<Int> = []

    /// Whether a row says no figure: it is one of a count.
    var isEmpty: Bool { unbounded.isEmpty && values.allSatisfy { $0 == nil } }
  }

  /// Whether a column holds a top code; one whose bound is not known has no figure.
  private func isTopCode(_ record: borrowing CSVRecord, _ column: Int) -> Bool {
    profile.markers[record.text(column).lowercased()] == .capped
  }

  private func takeFigure(_ record: borrowing CSVRecord, _ target: Target) throws(Refusal) {
    let text = said(.statistic, record)
    guard let column = binding.fields[.value] else {
      throw Refusal(reason: .noValue, field: binding.fields[.statistic] ?? 0, text: text)
    }
    let (index, named): (Int, String)
    switch statistics.read(text) {
    case .figure(let figure, let element): (index, named) = (figure, element)
    case .people: return try takeCount(record, column, target, \.people)
    case .employers: return try takeCount(record, column, target, \.employers)
    case .notKept: throw Refusal(reason: .otherStatistic, field: binding.fields[.statistic] ?? 0, text: text)
    case nil: throw Refusal(reason: .unknownStatistic, field: binding.fields[.statistic] ?? 0, text: text)
    }
    let found = try figure(record, column, own: nil, target)
    guard found != nil || isTopCode(record, column) else {
      throw Refusal(reason: .noValue, field: column, text: "")
    }
    var figures = Figures(
      values: Array(repeating: nil, count: 6), currency: found?.currency ?? target.currency,
      capped: found?.isLeast == true ? [index] : [], unbounded: found == nil ? [index] : [])
    figures.values[index] = found?.amount
    let element = said(.element, record)
    try add(
      figures, target, level: target.level, element: element.isEmpty ? named : element, record)
  }

  /// A row that says how many people or employers the figures of its cell are of.
  private func takeCount(
    _ record: borrowing CSVRecord, _ column: Int, _ target: Target,
    _ part: WritableKeyPath<(people: Double?, employers: Double?), Double?>
  ) throws(Refusal) {
    let text = record.text(column)
    guard !text.allSatisfy({ $0 == " " }) else { throw Refusal(reason: .noValue, field: column, text: "") }
    var target = target
    target.counts[keyPath: part] = try count(text, field: column, record)
    let none = Figures(values: Array(repeating: nil, count: 6), currency: target.currency)
    let element = said(.element, record)
    try add(none, target, level: target.level, element: element.isEmpty ? "base" : element, record)
  }

  /// A figure a year in the currency it is in; nil where a marker stands, but for a top code with its bound.
  private func figure(
    _ record: borrowing CSVRecord, _ column: Int, own: PayBasis?, _ target: Target
  ) throws(Refusal) -> (amount: Double, isLeast: Bool, currency: String)? {
    let text = record.text(column)
    if text.allSatisfy({ $0 == " " }) { return nil }
    var amount: Double
    var isLeast = false
    var currency = target.currency
    if let number = record.double(column) {
      amount = number
    } else if let marker = profile.markers[text.lowercased()] {
      guard let bound = note(marker, text, record) else { return nil }
      (amount, isLeast) = (bound, true)
    } else if let read = payText(text), read.rules.allSatisfy({ [.groupedThousands, .currencyMark].contains($0) }) {
      amount = read.amount
      guard let own = money.currency(currency, isStated: target.statesCurrency, mark: read.mark) else {
        throw Refusal(reason: .currencyUnclear, field: column, text: "\(read.mark ?? "") beside \(currency)")
      }
      if let rule = own.rule { ledger.apply(rule, line: record.line, example: text) }
      currency = own.code
    } else {
      throw Refusal(reason: .unreadablePay, field: column, text: text)
    }
    let (basis, hours) = try basis(record, own: own)
    amount *= basis.annualFactor(hoursPerYear: hours) * (profile.inThousands ? 1_000 : 1)
    guard let found = rate(currency, date: target.date) else {
      throw Refusal(reason: .noRate, field: binding.fields[.currency] ?? column, text: currency)
    }
    // A cell is in its country's currency: then the rate only serves to judge whether the pay is plausible.
    if homeCurrency(of: target.location.id) != currency, let rule = rateRule(currency, date: target.date, found) {
      ledger.apply(rule.name, line: record.line, example: rule.example())
    }
    guard plausible(on: target.date).contains(amount * found.rate) else {
      throw Refusal(reason: .absurdPay, field: column, text: text)
    }
    return (amount, isLeast, currency)
  }

  private func add(
    _ figures: Figures, _ target: Target, level: String, element: String, _ record: borrowing CSVRecord
  ) throws(Refusal) {
    for job in target.jobs {
      for location in [target.location.id] + target.wider {
        let key = PublishedCells.Key(
          job: .init(job), location: location, level: level, industry: target.industry,
          size: said(.organizationSize, record), element: element)
        // Asked in place: a copy of the cells here would be made anew for every row.
        let isTaken: Bool
        if profile.shape != .tidy {
          isTaken = cells[target.date]?.has(key) == true
        } else if figures.isEmpty {
          isTaken = cells[target.date]?.hasCount(target.counts, key) == true
        } else {
          isTaken = figures.values.indices.contains {
            figures.values[$0] != nil && cells[target.date]?.hasFigure($0, key) == true
          }
        }
        if isTaken {
          if profile.sameCell == .refuse {
            throw Refusal(reason: .saidTwice, field: binding.fields[.role] ?? binding.fields[.soc] ?? 0, text: "")
          }
          if location == target.location.id {
            ledger.apply("median of the rows of one cell", line: record.line, example: location)
          }
        }
        cells[target.date, default: PublishedCells()].add(
          figures, to: key, counts: target.counts, line: record.line)
      }
    }
  }
}
