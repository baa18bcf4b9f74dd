import Market
import ModelTestSupport
import Quantities

/// The market model on the shipped cells, asked in short.
struct MarketFixture {
  let model: MarketModel
  let roles: RoleDirectory
  let places: PlaceDirectory

  init(cells: SurveyTable? = nil) throws {
    model = MarketModel(
      cells: CachedCells(try cells ?? SurveyTable.oews.get()), parameters: try ShippedTables.parameters(),
      ratios: try ShippedTables.ratios())
    roles = try ShippedTables.roles()
    places = try ShippedTables.places()
  }

  func estimate(
    _ job: String, _ place: String, industry: String? = nil, stage: String = "", asOf: String = "2025-05-01"
  ) throws -> MarketEstimate {
    try model.estimate(
      MarketQuestion(
        job: try roles.find(job).value, location: try places.find(place).value,
        industry: industry.map { Industry(code: $0, title: $0, aliases: []) }, stage: stage, asOf: day(asOf)))
  }
}

let nineRoles = [
  "cio", "cto", "it-director", "senior-manager", "associate-director", "it-manager", "program-manager",
  "project-manager", "team-leader",
]
