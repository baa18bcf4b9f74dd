import Quantities

extension SurveyProfile.DateOrder {
  /// The year of a date as a survey writes it: `2025`, `2025-01-19`, `4/24/2019 11:43:21`, `02.12.2019`.
  func year(of text: String) -> Int? {
    let day = text.split(separator: " ").first ?? ""
    let parts = day.split { "-/.".contains($0) }.map { Int($0) ?? -1 }
    // A year that comes first is beyond doubt, whatever the order of the others.
    if self != .year, let first = parts.first, first > 1_000, parts.count >= 2, (1...12).contains(parts[1]) {
      return (1990...2100).contains(first) ? first : nil
    }
    let year: Int?
    switch self {
    case .year: year = parts.first
    case .iso: year = parts.count >= 2 && (1...12).contains(parts[1]) ? parts[0] : nil
    case .monthFirst: year = parts.count == 3 && (1...12).contains(parts[0]) ? parts[2] : nil
    case .dayFirst: year = parts.count == 3 && (1...12).contains(parts[1]) ? parts[2] : nil
    }
    return year.flatMap { (1990...2100).contains($0) ? $0 : nil }
  }
}
