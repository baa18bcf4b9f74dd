import Quantities
import Taxation

extension ShippedData {
  /// Which place taxes wages where home and work lie apart: the rows of `taxes/sourcing.csv`.
  public func sourcingRules() throws -> SourcingRules {
    let path = "taxes/sourcing.csv"
    return SourcingRules(
      try table(path).rows.map { row in
        func bad(_ column: String, _ example: String) -> BadInput {
          BadInput([
            Diagnostic(
              name: "bad-parameter", message: "\(column) is \"\(row[column])\"", cure: "write it so: \(example)",
              file: path, line: row.line)
          ])
        }
        guard let rule = SourcingFact.Rule(rawValue: row["rule"]) else { throw bad("rule", "reciprocity") }
        guard let date = CalendarDate(row["effective_from"]) else { throw bad("effective_from", "2026-01-01") }
        guard let status = TaxFact.Status(rawValue: row["status"]) else { throw bad("status", "published") }
        return SourcingFact(
          rule: rule, place: row["place"], other: row["other"].isEmpty ? nil : row["other"],
          amount: row.number("amount"), effectiveFrom: date, status: status)
      })
  }
}
