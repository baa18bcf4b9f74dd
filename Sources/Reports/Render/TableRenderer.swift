/// Writes a report's page for people in a terminal.
///
///     TableRenderer(width: 80, color: false, unicode: true).text(of: report)
///
/// No line is wider than `width` and none ends in spaces; the one exception is a word of a command line,
/// which must stay whole to be typed.
public struct TableRenderer: Sendable {
  /// Below this, columns of money no longer fit.
  public static let narrowest = 40

  private let width: Int
  private let color: Bool
  private let unicode: Bool

  /// - Parameters:
  ///   - width: columns of the terminal, at least 40.
  ///   - color: whether to write ANSI colour codes.
  ///   - unicode: whether the terminal shows more than ASCII; if not, all text is reduced to it.
  public init(width: Int, color: Bool, unicode: Bool) {
    self.width = max(width, Self.narrowest)
    self.color = color
    self.unicode = unicode
  }

  /// All blocks, ending in a newline; nothing for no blocks.
  ///
  ///     renderer.text(of: report)
  public func text(of report: Report) -> String {
    text(of: report.blocks)
  }

  /// The same for blocks without a report, such as a guide.
  ///
  ///     renderer.text(of: [.sentence("Next, type:"), .command("parley init")])
  public func text(of blocks: [Block]) -> String {
    var lines: [String] = []
    for block in blocks {
      var next = self.lines(of: block).map { $0.text(color: color) }
      // One empty line is enough, and none is needed on top.
      while next.first == "", lines.last == nil || lines.last == "" { next.removeFirst() }
      lines += next
    }
    while lines.last == "" { lines.removeLast() }
    return lines.reduce(into: "") { $0 += $1 + "\n" }
  }

  private var typography: Typography { Typography(unicode: unicode) }

  private func lines(of block: Block) -> [StyledLine] {
    switch block {
    case .heading(let text):
      [StyledLine()] + wrapped(text, style: .strong)
    case .sentence(let text):
      wrapped(text, style: .plain)
    case .verdict(let text):
      wrapped(text, first: typography.bar + " ", rest: typography.bar + " ", style: .strong)
    case .sheet(let sheet, let title):
      (title.map { [StyledLine()] + wrapped($0, style: .strong) } ?? [])
        + TableLayout(width: width, typography: typography).lines(of: sheet)
    case .keyValues(let entries):
      KeyValueLayout(width: width, typography: typography).lines(of: entries)
    case .bullets(let items):
      items.flatMap { wrapped($0, first: typography.bullet + " ", rest: "  ", style: .plain) }
    case .chart(let chart):
      [StyledLine()] + ChartRenderer(width: width, typography: typography).lines(of: chart) + [StyledLine()]
    case .command(let line):
      commandLines(line)
    case .space:
      [StyledLine()]
    }
  }

  private func wrapped(
    _ text: String, first: String = "", rest: String = "", style: TextStyle
  ) -> [StyledLine] {
    let room = width - DisplayWidth.of(first)
    return WordWrap.lines(typography.clean(text), width: room).enumerated().map { number, words in
      var line = StyledLine(number == 0 ? first : rest, style)
      line.append(words, style)
      return line
    }
  }

  /// A long command continues after a backslash, so that it can still be pasted.
  private func commandLines(_ command: String) -> [StyledLine] {
    let (indent, continuation) = (2, " \\")
    var lines: [StyledLine] = []
    var current = ""
    for word in typography.clean(command).split(separator: " ", omittingEmptySubsequences: false) {
      let room = width - (lines.isEmpty ? indent : 2 * indent) - continuation.count
      if !current.isEmpty, DisplayWidth.of(current) + 1 + DisplayWidth.of(word) > room {
        lines.append(commandLine(current + continuation, isFirst: lines.isEmpty))
        current = String(word)
      } else {
        current += current.isEmpty ? String(word) : " " + word
      }
    }
    return lines + [commandLine(current, isFirst: lines.isEmpty)]
  }

  private func commandLine(_ text: String, isFirst: Bool) -> StyledLine {
    var line = StyledLine(String(repeating: " ", count: isFirst ? 2 : 4))
    line.append(text, .command)
    return line
  }
}
