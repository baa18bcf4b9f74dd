/// That tables rest on a forecast.
public enum ProjectedText {
  /// `Projected, not published yet, in US-CA: bracket, standard deduction.`, a sentence a place; `tables` by place.
  public static func sentences(_ tables: [String: [String]]) -> [String] {
    tables.sorted { $0.key < $1.key }.map { place, tables in
      let names = tables.map { $0.replacing("_", with: " ").replacing(".", with: " ") }.joined(separator: ", ")
      return "Projected, not published yet, in \(place): \(names)."
    }
  }
}
