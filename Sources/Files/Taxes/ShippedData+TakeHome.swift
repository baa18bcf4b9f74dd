import Scenarios

extension ShippedData {
  /// How income tax sees the parts of pay.
  public func payTreatment() throws -> PayTreatment {
    let rows = try table("taxes/pay-treatment.csv").rows.compactMap { row in
      PayTreatment.Kind(rawValue: row["treatment"]).map { (row["part"], $0) }
    }
    return PayTreatment(Dictionary(rows) { first, _ in first })
  }
}
