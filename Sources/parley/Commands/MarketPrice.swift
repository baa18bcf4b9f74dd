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
      JOBS.csv has a row a job; columns by name, in any order: id, role (or title, or soc), location, level, industry,
      size, spread, pay, target, sources. Survey matches are name:weight:premium, parted by ";"; weights total 100%.
      Without them, sources are weighted by their doubt. The level technical, manager or executive sets the usual
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

  @Flag(help: "Leave rows that cannot be priced out and list them, instead of refusing the file.")
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
      cells: CachedCells(library), parameters: session.parameters, ratios: try session.data.roleRatios())
    let currencies = try session.data.currencies()
    var pricer = JobPricer(market: market, parameters: session.parameters)
    var entries: [PriceReport.Entry] = []
    for row in sheet.rows {
      do {
        let price = try pricer.price(row.pricing)
        if let mark = row.currencyMark, currencies.find(mark)?.code != price.estimate.currency {
          sheet.refuse(
            row, "mixed-currency", "pay is in \(mark), the market in \(price.estimate.currency)", at: .pay,
            cure: "give pay in \(price.estimate.currency), or match a survey in the currency of the pay")
        } else {
          entries.append(PriceReport.Entry(id: row.id, price: price))
        }
      } catch let none as NoMarketData {
        sheet.refuse(row, "no-market-data", none.message, at: row.fieldWithoutMarket, cure: none.cure)
      }
    }
    let leftOut = try sheet.leftOut(priced: entries.count)
    if !output.quiet {
      for diagnostic in leftOut { Terminal.write(diagnostic.text + "\n", to: .error) }
    }
    try output.write(
      PriceReport(entries, asOf: options.asOf, rule: options.rule, leftOut: skipBad ? sheet.leftOutCount : 0).report)
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

extension JobSheet.Row {
  /// What to point at when no source has pay: the level where one was asked for, else the job's place.
  fileprivate var fieldWithoutMarket: JobSheet.Field {
    if !pricing.question.level.isEmpty { return .level }
    return pricing.question.size.isEmpty ? .location : .size
  }
}
