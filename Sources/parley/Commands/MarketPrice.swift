import ArgumentParser
import Files
import Market
import Quantities
import Reports

struct MarketPrice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price", _superCommandName: "parley market",
    abstract: "Price a list of jobs: composite, range and compa-ratio, a row a job.",
    discussion: """
      JOBS.csv has a row a job; columns by name, in any order: id, role (or title, or soc), location, level, industry, \
      size, spread, pay, target, sources. Survey matches are name:weight:premium, parted by ";"; weights total 100%; \
      name@M4 asks one for a level of its own. Without them, sources are weighted by their doubt. Other currencies are \
      exchanged at ECB rates, which is said. The level technical, manager or executive sets the usual \
      spread. The composite is the weighted mean of each percentile; --blend log averages logarithms.

        parley market price jobs.csv -o priced.csv
        parley market price jobs.csv --fields id,p50,range_midpoint,compa_ratio
      """)

  @Argument(help: "The list of jobs, a CSV file; - is standard input.", completion: .file(extensions: ["csv", "tsv"]))
  var jobs: String

  @Option(help: "How sources become one: arithmetic (mean of pay) or log (of its logarithm).")
  var blend: String = Blending.Rule.arithmetic.rawValue

  @Option(help: "The percentile that is the midpoint, for rows that name none: p50.")
  var target: String = "p50"

  @Option(help: "The range spread, for rows that name none: 50%.")
  var spread: String?

  @Option(help: "Annual rate pay is aged at, instead of the Employment Cost Index: 3.5%.")
  var aging: String?

  @Option(name: .customLong("source"), help: "Use only this data set where a row names none; may be repeated.")
  var sources: [String] = []

  @Flag(help: "Price the rest where rows cannot be; list them in JOBS.csv.rejects.csv.")
  var skipBad = false

  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(context, quiet: output.quiet, parameters: ["market", "negotiation"])
    let options = try options(session)
    let library = try session.library()
    let reader = JobSheetReader(
      roles: session.roles, places: try session.data.places(), industries: try session.data.industries(),
      datasets: try library.datasets().map(\.name))
    var sheet = try reader.read(path: jobs, options: options)
    for note in sheet.notes { output.note(note) }
    let market = MarketModel(
      cells: CachedCells(library), parameters: session.parameters, ratios: try session.data.roleRatios(),
      rates: session.data.marketRates())
    let currencies = try session.data.currencies()
    var pricer = JobPricer(market: market, parameters: session.parameters)
    var entries: [PriceReport.Entry] = []
    for row in sheet.rows {
      if let mark = row.currencyMark, currencies.find(mark) == nil {
        sheet.refuse(
          row, "unknown-currency", "\(mark) is no currency that is known", at: row.currencyField,
          cure: "base pay a year, with a code such as USD or without one: 185000 or 185k")
        continue
      }
      do {
        var pricing = row.pricing
        pricing.payCurrency = row.currencyMark.map { currencies.find($0)?.code ?? $0 }
        let price = try pricer.price(pricing)
        if let mark = row.currencyMark, price.payExchange != nil,
          currencies.isShared(mark, by: price.estimate.currency)
        {
          sheet.refuseShared(mark, of: row, as: pricing.payCurrency ?? mark, market: price.estimate.currency)
        } else {
          entries.append(PriceReport.Entry(id: row.id, price: price, readings: row.readings))
        }
      } catch let none as NoMarketData {
        sheet.refuse(row, none)
      } catch let mixed as MixedCurrency {
        sheet.refuse(
          row, "mixed-currency",
          "pay is in \(row.currencyMark ?? mixed.pay), the market in \(mixed.market), without a rate between them",
          at: row.currencyField, cure: "give pay in \(mixed.market), or match a survey in the currency of the pay")
      }
    }
    let rejects = skipBad ? sheet.rejects : nil
    do {
      let leftOut = try sheet.leftOut(priced: entries.count)
      if !output.quiet { for diagnostic in leftOut { Terminal.write(diagnostic.text + "\n", to: .error) } }
    } catch {
      if let rejects { write(rejects) }
      throw error
    }
    if let rejects { write(rejects) }
    try output.write(
      PriceReport(entries, asOf: options.asOf, rule: options.rule, leftOut: skipBad ? sheet.leftOutCount : 0).report)
  }

  /// The rows left out, beside the list, or beside the result of a list that is no file. What is priced is priced: a
  /// folder that cannot be written is said, and is no failure.
  private func write(_ rejects: RejectsFile) {
    let result = output.output.flatMap { $0 == "-" ? nil : $0 }
    guard let file = jobs == "-" ? result : jobs else { return }
    output.write(rejects, to: RejectsFile.path(of: file))
  }

  private func options(_ session: Session) throws -> JobSheetReader.Options {
    guard let middle = JobText.percentile(target) else {
      throw UsageError(
        "not-a-percentile", "--target \"\(target)\" is no percentile", cure: "from p1 to p99: write --target p50")
    }
    let width = try spread.map { text in
      guard let spread = JobText.spread(text) else {
        throw UsageError(
          "share-not-a-percent", "--spread \"\(text)\" is no range spread",
          cure: "(maximum - minimum) / minimum, from 0% to 300%: write --spread 50%")
      }
      return spread
    }
    return JobSheetReader.Options(
      asOf: try context.date(), agingRate: try session.agingRate(aging), rule: try BlendChoice.rule(blend),
      sources: try session.sources(sources), target: middle, spread: width, skipsBadRows: skipBad,
      faultLimit: try context.faultLimit())
  }
}

extension JobSheet {
  /// A row that no source has pay for, at the column that asked for too much.
  fileprivate mutating func refuse(_ row: Row, _ none: NoMarketData) {
    if let dataset = none.dataset {
      refuse(row, "no-market-data", none.message, atLevelOf: dataset, cure: none.cure)
    } else {
      refuse(row, "no-market-data", none.message, at: row.fieldWithoutMarket, cure: none.cure)
    }
  }

  /// A mark such as $ that means one currency at home and another here is not exchanged on a guess.
  fileprivate mutating func refuseShared(_ mark: String, of row: Row, as usual: String, market: String) {
    refuse(
      row, "mixed-currency", "pay is in \(mark), which may be \(usual) or \(market), the market's currency",
      at: row.currencyField,
      cure: "say which one: \(market) or \(usual), beside the amount or in a column currency")
  }
}

extension JobSheet.Row {
  /// What to point at when no source has pay: the level where one was asked for, else the job's place.
  fileprivate var fieldWithoutMarket: JobSheet.Field {
    if !pricing.question.level.isEmpty { return .level }
    return pricing.question.size.isEmpty ? .location : .size
  }
}
