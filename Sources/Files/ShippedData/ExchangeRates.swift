import CSVStream
import Quantities

/// Reference rates of the European Central Bank: units of a currency for one euro, by day.
public struct ExchangeRates: Sendable {
  /// Who publishes them.
  public static let source = "European Central Bank"

  /// The day the rates were published.
  public let date: CalendarDate
  /// Units for one euro, by currency code; EUR is 1.
  public let perEuro: [String: Double]

  /// Units of `to` for one unit of `from`; nil when either is not quoted.
  ///
  ///     rates.rate(from: "EUR", to: "USD")    // 1.1172 on 2026-10-30
  public func rate(from: String, to: String) -> Double? {
    if from == to { return 1 }
    guard let a = perEuro[from], let b = perEuro[to], a > 0 else { return nil }
    return b / a
  }
}

extension ShippedData {
  /// The last rates published on or before a day; the first there are for an earlier day.
  public func exchangeRates(on date: CalendarDate) throws -> ExchangeRates {
    let path = folder + "/datasets/ecb-reference-rates/rates.csv"
    let reader = try CSVReader(path: path, options: CSVOptions(dialect: CSVDialect(delimiter: .comma)))
    var codes: [String] = []
    var found: (day: String, rates: [Double?])?
    let wanted = date.description
    reader.forEachRecord { record in
      if record.ordinal == 0 {
        codes = (0..<record.count).map { record.text($0) }
        return
      }
      // ISO dates sort as text, so no date is parsed but the one that is kept.
      let day = record.text(0)
      guard day <= wanted || found == nil else { return }
      if let held = found, held.day >= day { return }
      found = (day, (0..<record.count).map { record.double($0) })
    }
    guard let found, let day = CalendarDate(found.day) else {
      throw FileTrouble(.missing, path: path, message: "holds no exchange rates")
    }
    var perEuro = ["EUR": 1.0]
    for (code, rate) in zip(codes, found.rates).dropFirst() { perEuro[code] = rate }
    return ExchangeRates(date: day, perEuro: perEuro)
  }
}
