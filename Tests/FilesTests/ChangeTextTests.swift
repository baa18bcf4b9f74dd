import Testing

@testable import Files

@Suite("Changes of a field's text")
struct ChangeTextTests {
  @Test(
    "A change is applied in the words of what it changes",
    arguments: [
      ("228k", "+5%", "239400"), ("228k", "+20k", "248000"), ("$228,000", "-10k", "$218000"),
      ("90k EUR", "+10%", "99000 EUR"), ("84.20", "-50%", "42.1"), ("3% yearly", "+1pp", "4% yearly"),
      ("3% yearly", "+10%", "3.3% yearly"), ("310/mo", "+40", "350/mo"), ("50% up to 6%", "+25pp", "75% up to 6%"),
      ("12mo pro rata", "18mo cliff", "18mo cliff"), ("4y", "-1y", "36mo"), ("2027-01-15", "+2mo", "2027-03-15"),
      ("20%", "25%", "25%"), ("25d", "30d", "30d"),
    ])
  func applied(old: String, change: String, new: String) throws {
    #expect(try ChangeText.applied(change, to: old) == new)
  }

  @Test("An amount more than nothing is that amount; a part of nothing is refused")
  func nothing() throws {
    #expect(try ChangeText.applied("+20k", to: nil) == "20k")
    for change in ["-20k", "+5%", "+2pp", "+3mo"] {
      #expect(throws: ChangeText.Trouble.nothingToChange) { try ChangeText.applied(change, to: nil) }
    }
  }

  @Test(
    "Quantities of different kinds do not mix",
    arguments: [("20%", "+5k"), ("228k", "+1pp"), ("228k", "+2mo"), ("hospital", "+5%")])
  func kinds(old: String, change: String) {
    #expect(throws: ChangeText.Trouble.self) { try ChangeText.applied(change, to: old) }
  }
}
