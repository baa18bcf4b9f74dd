import Market
import Quantities

/// Each source of a blend beside the others, so that one sees how well they agree.
struct MarketSourcesText {
  let estimate: MarketEstimate

  var blocks: [Block] {
    [.heading("Sources beside the blend"), .sheet(sheet)]
      + estimate.sources.compactMap { use in
        use.exchange.map { .sentence("\(use.dataset.name) is in \($0.from): its median of \($0.text).") }
      }
  }

  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: estimate.currency)
    var columns = [Column("dataset", "Data set", isWhole: true), Column("weight", "Weight", .percent(decimals: 0))]
    for probability in PercentilePoint.published {
      let name = MarketShowReport.name(probability)
      columns.append(Column(name, name.uppercased(), kind))
    }
    var sheet = Sheet(columns: columns)
    for use in estimate.sources {
      let level = estimate.question.levels[use.dataset.name] == nil ? "" : ", \(use.level)"
      sheet.append([.text(use.dataset.name + level), .number(use.weight)] + figures(use.distribution))
    }
    sheet.append(["blend", .number(1)] + figures(estimate.distribution), style: .total)
    return sheet
  }

  private func figures(_ pay: PayDistribution) -> [Cell] {
    PercentilePoint.published.map { .number(pay.quantile($0)) }
  }
}
