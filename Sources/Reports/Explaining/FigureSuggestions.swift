import Market
import Quantities

/// A figure that does not exist, with what was probably meant, or what can follow.
public struct UnknownFigure: Error, Hashable, Sendable {
  public let path: String
  public let message: String
  public let cure: String

  /// For a figure that has a place and no value.
  static func absent(_ path: String) -> UnknownFigure {
    UnknownFigure(
      path: path, message: "\(path) has no value here",
      cure: path.contains(".negotiation.")
        ? "it exists only in the other case: see the offer's negotiation.zone and negotiation.gap"
        : path.contains(".leaving.")
          ? "the offer has no options to exercise"
          : path.contains("certain") || path.contains("simulated") || path.contains("pairs")
            ? "nothing is simulated: leave out --runs 0"
            : "this version does not compute it yet: tax is to come")
  }
}

/// Completes and corrects paths of figures, one name at a time.
struct FigureSuggestions {
  let figures: [String]

  func unknown(_ text: String) -> UnknownFigure {
    let names = FigureSuggestions.names(of: text)
    var known: [String] = []
    for (index, name) in names.enumerated() {
      let next = children(of: known)
      if next.contains(name) {
        known.append(name)
        continue
      }
      let owner = known.isEmpty ? "there is no offer" : "\(known.joined(separator: ".")) has no"
      let rest = names.dropFirst(index + 1)
      if let near = NearestName.suggestions(for: name, among: next, limit: 1).first {
        let path = known + [near] + rest
        let meant = path.joined(separator: ".")
        let isFigure = figures.contains(meant) || !children(of: path).isEmpty
        return UnknownFigure(
          path: text, message: "\(owner) \"\(name)\"",
          cure: "did you mean \(isFigure ? meant : (known + [near]).joined(separator: "."))?")
      }
      return UnknownFigure(path: text, message: "\(owner) \"\(name)\"", cure: list(next, after: known))
    }
    return UnknownFigure(
      path: text, message: text.isEmpty ? "which figure?" : "\(text) is not one figure",
      cure: list(children(of: known), after: known))
  }

  /// What can follow, as one line.
  private func list(_ next: [String], after known: [String]) -> String {
    let shown = next.prefix(40).joined(separator: ", ")
    let more = next.count > 40 ? ", and \(next.count - 40) more" : ""
    return known.isEmpty ? "a figure begins with one of \(shown)\(more)" : "it has \(shown)\(more)"
  }

  private func children(of known: [String]) -> [String] {
    var found: [String] = []
    for figure in figures {
      let names = FigureSuggestions.names(of: figure)
      guard names.count > known.count, Array(names.prefix(known.count)) == known else { continue }
      if !found.contains(names[known.count]) { found.append(names[known.count]) }
    }
    return found
  }

  /// Parted at dots outside brackets; also for texts that are no path.
  private static func names(of text: String) -> [String] {
    if let path = try? FieldPath(text) { return path.segments.map(\.description) }
    return text.split(separator: ".").map(String.init)
  }
}
