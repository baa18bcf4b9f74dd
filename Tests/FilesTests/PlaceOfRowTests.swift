import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("Rows count for the place that they say: its state, its country")
struct PlaceOfRowTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  /// Five people in each place, paid 110,000 to 150,000.
  private func read(_ header: String, _ places: [String], name: String = "pay.csv") throws -> SurveyIntake.Reading {
    let rows = places.flatMap { place in (1...5).map { "IT Manager,1\($0)0000,\(place)" } }
    let path = try bench.bench.folder.write(
      (["Job Title,Salary,\(header)"] + rows).joined(separator: "\n"), to: name)
    return try bench.read(path, .init(effective: CalendarDate("2026-03-01")))
  }

  private func counts(_ reading: SurveyIntake.Reading) -> [String: Double] {
    var found: [String: Double] = [:]
    for cell in reading.surveys[0].cells { found[cell.location] = cell.incumbents }
    return found
  }

  @Test("The state roll-up counts the state of the row, and the metro all of its people")
  func states() throws {
    let reading = try read(
      "City,State",
      [
        "Arlington,Virginia", "Washington,DC", "Jersey City,New Jersey", "Kansas City,Kansas", "Kansas City,MO",
        "Vancouver,Washington", "Arlington,Texas", "Kansas City,",
      ])
    #expect(
      counts(reading) == [
        "US-47900": 10, "US-VA": 5, "US-DC": 5, "US-35620": 5, "US-NJ": 5, "US-28140": 15, "US-KS": 5, "US-MO": 10,
        "US-38900": 5, "US-WA": 5, "US-19100": 5, "US-TX": 5, "US": 40, "": 40,
      ])
    #expect(
      reading.surveys[0].notes.contains(
        "percentiles of people's pay (R type 7), quartiles from 5 people and tails from 10: 14 cells, 0 too thin"))
    let rule = try #require(reading.profiled?.ledger.rules["state not said, counted for the metro's principal state"])
    #expect(rule.count == 5 && rule.example == "Kansas City is in Missouri")
  }

  @Test("Parts of a metro are joined exactly, and too few of them are no cell")
  func exact() throws {
    let rows = (1...4).flatMap { index in
      ["IT Manager,1\(index)0000,Arlington,VA,M1", "IT Manager,2\(index)0000,Washington,DC,M1"]
    }
    let path = try bench.bench.folder.write(
      (["Job Title,Salary,City,State,Level"] + rows).joined(separator: "\n"), to: "thin.csv")
    let reading = try bench.read(path, .init(effective: CalendarDate("2026-03-01")))
    let metro = try #require(reading.cell("it-manager", "US-47900"))
    #expect(metro.incumbents == 8 && metro.figures[3] == 175_000)
    #expect(Set(reading.surveys[0].cells.map(\.location)) == ["US-47900", "US", ""])
    // The two states, at level M1 and at all levels.
    #expect(reading.surveys[0].notes.contains { $0.hasSuffix("6 cells, 4 too thin") }, "\(reading.surveys[0].notes)")
  }

  @Test("National is the United States where pay is in dollars, and nothing where it is not")
  func national() throws {
    #expect(counts(try read("Location", ["National", "\"Denver, CO\""]))["US"] == 10)
    let pounds = try read("Location,Currency", ["National,GBP", "London,GBP"], name: "pounds.csv")
    #expect(counts(pounds)["US"] == nil && counts(pounds)["GB-LON"] == 5)
    #expect(pounds.leftOut == ["unknown-place": 5])
  }

  @Test("The state in one text for city and state, with or without a comma")
  func oneText() throws {
    let reading = try read("Location", ["\"Arlington, VA\"", "Alexandria VA", "\"Kansas City, KS\""])
    #expect(
      counts(reading) == ["US-47900": 10, "US-VA": 10, "US-28140": 5, "US-KS": 5, "US": 15, "": 15])
  }

  @Test("A city abroad is no city of its name in the United States or Britain")
  func abroad() throws {
    let reading = try read(
      "Location,Currency",
      [
        "\"London, ON\",CAD", "\"Vancouver, BC\",CAD", "\"Toronto, CA\",CAD", "\"Victoria, BC\",CAD", "Ontario,CAD",
        "Melbourne,AUD", "\"Perth, WA\",AUD", "Birmingham,GBP", "Melbourne,USD",
      ])
    #expect(
      counts(reading) == [
        "CA": 25, "CA-VAN": 5, "CA-TOR": 5, "CA-VIC": 5, "AU-MEL": 5, "AU-PER": 5, "AU": 10, "GB-BHM": 5, "GB": 5,
        "US-37340": 5, "US-FL": 5, "US": 5, "": 45,
      ])
    let rules = try #require(reading.profiled?.ledger.rules)
    let byCurrency = try #require(rules["name of several places, the one of the stated currency taken"])
    #expect(byCurrency.count == 15)
    #expect(rules["city not known, kept for the state or country"]?.count == 10)
    #expect(rules["name of several places"]?.count == 5)
  }

  @Test("Every ambiguous name is listed with what it was taken for")
  func ambiguous() throws {
    let lines = try read("City", ["Portland", "Georgia", "Columbus", "Denver"]).surveys[0].notes
    #expect(
      lines.contains(
        "names of several places, most frequent: Columbus is Columbus, OH (5), Georgia is Georgia (state) (5), "
          + "Portland is Portland, OR (5)"), "\(lines)")
  }

  @Test("A town before a state is in that state, whatever country has its name or its state's code")
  func townsOfStates() throws {
    let reading = try read("City,State", ["Holland,MI", "Cuba,MO", "Wales,MA", "Lebanon,PA", "Germany,DE"])
    #expect(
      counts(reading) == [
        "US-MI": 5, "US-MO": 5, "US-MA": 5, "US-30140": 5, "US-PA": 5, "US": 20, "DE": 5, "": 25,
      ])
    #expect(reading.profiled?.ledger.rules["city not known, kept for the state or country"]?.count == 15)
    let coded = try read(
      "Location,Currency", ["\"Wayne, PA\",USD", "\"Acton, MA USA\",USD", "\"Wayne, CA\",CAD"], name: "coded.csv")
    #expect(counts(coded) == ["US-PA": 5, "US-MA": 5, "US": 10, "CA": 5, "": 15])
  }

  @Test("Two letters are the country where its currency is paid, and say so")
  func codes() throws {
    let reading = try read("Location,Currency", ["CA,CAD", "DE,EUR", "CA,USD"])
    #expect(counts(reading) == ["CA": 5, "DE": 5, "US-CA": 5, "US": 5, "": 15])
    let rule = try #require(
      reading.profiled?.ledger.rules["name of several places, the one of the stated currency taken"])
    #expect(rule.count == 10 && rule.line == 2 && rule.example == "CA is Canada (country)")
    #expect(reading.profiled?.ledger.rules["city not known, kept for the state or country"] == nil)
  }

  @Test("Where no row says a currency, the one of most places decides between places of a name")
  func surveyOfEurope() throws {
    let reading = try read("City", ["Berlin", "Munich", "Paris", "Vienna", "Naples", "Manchester"])
    let counts = counts(reading)
    #expect(counts["AT-VIE"] == 5 && counts["IT-NAP"] == 5 && counts["GB-MNC"] == 5 && counts["US"] == nil)
    let rules = try #require(reading.profiled?.ledger.rules)
    #expect(rules["name of several places, the one of the survey's currency taken"]?.count == 5)
    #expect(rules["name of several places"]?.count == 10)
  }

  @Test("An American city paid in euros is listed, and left out where another name stands beside it")
  func doubtful() throws {
    let reading = try read("Location,Currency", ["Denver,EUR", "Birmingham,EUR", "\"Douglas, Isle of Man\",GBP"])
    #expect(counts(reading) == ["US-19740": 5, "US-CO": 5, "US": 5, "GB-BHM": 5, "GB": 5, "": 10])
    #expect(reading.leftOut == ["unknown-place": 5])
    let rules = try #require(reading.profiled?.ledger.rules)
    #expect(rules["pay in another currency than the place's"]?.count == 10)
  }

  @Test(
    "A place that the stated currency is not paid in is listed, be it a state, a city abroad or a town of a state",
    arguments: [
      "AL,EUR", "GA,EUR", "\"Tirana, AL\",EUR", "Sydney,CAD", "London,CAD", "\"Denver, CO\",CAD", "\"London, UK\",USD",
    ])
  func paidElsewhere(row: String) throws {
    let reading = try read("Location,Currency", [row])
    #expect(reading.profiled?.ledger.rules["pay in another currency than the place's"]?.count == 5, "\(row)")
  }

  @Test("A town that is known by its state alone makes its name one of several; letters of a region are its country's")
  func furtherTowns() throws {
    let rules = try #require(try read("Location", ["Aurora", "Concord"]).profiled?.ledger.rules)
    #expect(rules["name of several places"]?.count == 10)
    let abroad = try read("Location,Currency", ["WA,AUD"])
    #expect(counts(abroad)["AU"] == 5 && counts(abroad)["US-WA"] == nil)
  }

  @Test("A country beside its code is that country, in cells too")
  func countriesTwice() throws {
    let names = [
      ("DE", "EUR", "Germany"), ("CA", "CAD", "Canada"), ("IL", "ILS", "Israel"), ("CO", "USD", "Colombia"),
      ("GB", "GBP", "United Kingdom"), ("Spain", "EUR", "Spain"), ("", "CHF", "\"Switzerland, CH\""),
    ]
    let path = try bench.bench.folder.write(
      "Job Title,Country,Currency,Location,P25,P50,P75\n"
        + names.map { "IT Manager,\($0.0),\($0.1),\($0.2),74000,84000,95000\n" }.joined(), to: "twice.csv")
    let reading = try bench.read(path, .init(effective: CalendarDate("2026-03-01")))
    #expect(reading.leftOut == [:])
    #expect(reading.surveys[0].cells.map(\.location) == ["DE", "CA", "IL", "CO", "GB", "ES", "CH"])
  }

  @Test("The canonical layout takes the place of the row's currency, and lists it as a rule")
  func canonical() throws {
    let path = try bench.bench.folder.write(
      "role,location,statistic,value,currency,effective_date\nIT Manager,CA,p50,120000,CAD,2026-03-01\n"
        + "IT Director,DE,p50,120000,EUR,2026-03-01\nIT Director,CA,p50,180000,USD,2026-03-01\n", to: "canonical.csv")
    let survey = try bench.read(path).surveys[0]
    #expect(survey.cells.map(\.location) == ["CA", "DE", "US-CA"])
    #expect(
      survey.notes.contains(
        "rule, name of several places, the one of the stated currency taken: 2 rows (line 2: CA is Canada (country))"),
      "\(survey.notes)")
  }

  @Test("Cells of a city that is not known are left out, not taken for its namesake's")
  func cells() throws {
    let path = try bench.bench.folder.write(
      "Job Title,Location,P25,P50,P75,Currency\nIT Manager,\"London, ON\",90000,100000,110000,CAD\n"
        + "IT Manager,\"Toronto, ON\",90000,100000,110000,CAD\n", to: "cells.csv")
    let reading = try bench.read(path, .init(effective: CalendarDate("2026-03-01")))
    #expect(reading.leftOut == ["unknown-place": 1])
    #expect(reading.surveys[0].cells.map(\.location) == ["CA-TOR"])
  }
}
