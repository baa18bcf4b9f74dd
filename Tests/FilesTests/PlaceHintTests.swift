import Files
import Market
import TestSupport
import Testing

@Suite("Places found among few rows")
struct PlaceHintTests {
  @Test("A place is read the same among the rows it may mean as among all of them")
  func sameAsAll() throws {
    let data = try ShippedData.found(besideExecutable: "\(#filePath)")
    let all = try data.places()
    let cities = all.places.filter { $0.kind == .metro }.map { String($0.name.prefix { $0 != "-" && $0 != "," }) }
    let named = all.aliases.map(\.text) + all.places.map(\.shortName) + all.places.map(\.id) + cities
    for text in named.enumerated().filter({ $0.offset % 11 == 0 }).map(\.element) {
      let expected = try? all.find(text)
      let found = try? data.places(naming: text).find(text)
      #expect(found?.value == expected?.value, "\(text)")
      #expect(found?.note == expected?.note, "\(text)")
    }
  }
}
