/// The signs a chart is drawn with.
struct ChartGlyphs {
  /// A stem and how it ends: `│ └ ┘ ├ ┤`, and where it meets the axis.
  struct Stem {
    var line: String
    var endsRight: String
    var endsLeft: String
    var branchesRight: String
    var branchesLeft: String
    var onAxis: String
  }

  /// From one eighth to the whole of a cell.
  var heights: [String]
  var tailFill: String
  var axis: String
  var tick: String
  var market: Stem
  var yours: Stem
  var offLeft: String
  var offRight: String

  static let unicode = ChartGlyphs(
    heights: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], tailFill: "░", axis: "─", tick: "┬",
    market: Stem(
      line: "│", endsRight: "└", endsLeft: "┘", branchesRight: "├", branchesLeft: "┤", onAxis: "┼"),
    yours: Stem(
      line: "┃", endsRight: "┗", endsLeft: "┛", branchesRight: "┣", branchesLeft: "┫", onAxis: "╂"),
    offLeft: "◄", offRight: "►")

  static let ascii = ChartGlyphs(
    heights: ["_", ".", ".", ".", "o", "o", "#", "#"], tailFill: ":", axis: "-", tick: "+",
    market: Stem(
      line: ":", endsRight: "'", endsLeft: "'", branchesRight: ":", branchesLeft: ":", onAxis: "+"),
    yours: Stem(
      line: "|", endsRight: "+", endsLeft: "+", branchesRight: "|", branchesLeft: "|", onAxis: "|"),
    offLeft: "<", offRight: ">")
}
