import Market
import Quantities

/// What an import of survey files would do, before anything is done.
public struct CheckReport {
  /// One file.
  public struct Entry: Sendable {
    public var file: String
    /// How the reading was chosen: a profile, a layout, a guess.
    public var way: String
    public var datasets: [MarketDataset]
    public var notes: [String]
    public var rows: Int?
    public var imported: Int?
    /// Rows left out, by reason.
    public var leftOut: [String: Int]
    /// Rules that would be applied, with the number of rows.
    public var rules: [String: Int]
    public var faults: Int
    /// Whether rows with faults are left out as the profile says, without `--skip-bad`.
    public var leavesOut = false

    public init(
      file: String, way: String, datasets: [MarketDataset], notes: [String], rows: Int?, imported: Int?,
      leftOut: [String: Int], rules: [String: Int], faults: Int
    ) {
      self.file = file
      self.way = way
      self.datasets = datasets
      self.notes = notes
      self.rows = rows
      self.imported = imported
      self.leftOut = leftOut
      self.rules = rules
      self.faults = faults
    }
  }

  let entries: [Entry]
  /// What was said of the files beside their names: `["--effective", "2026-03"]`.
  let options: [String]

  public init(_ entries: [Entry], options: [String] = []) {
    self.entries = entries
    self.options = options
  }

  /// Whether an import would refuse any file.
  public var foundSomething: Bool { entries.contains { $0.isRefused || $0.datasets.isEmpty } }

  /// The import that takes the files as they are; nil where one of them cannot be taken at all.
  private var command: String? {
    guard !entries.isEmpty, !entries.contains(where: { $0.datasets.isEmpty }) else { return nil }
    let skips = entries.contains(where: \.isRefused) ? ["--skip-bad"] : []
    return "parley market import " + ShellWords.joined(entries.map(\.file) + options + skips)
  }

  public var report: Report {
    var sheet = Sheet(columns: [
      Column("file", "File"), Column("what", "What"), Column("name", "Name", isWhole: true),
      Column("rows", "Rows", .integer),
    ])
    var blocks: [Block] = []
    for entry in entries {
      for (what, name, count) in Self.counts(entry) {
        sheet.append([.text(entry.file), .text(what), .text(name), .integer(count)])
      }
      let names = entry.datasets.map { "\($0.name) (\(NumberText.count($0.rows, "cell")), \($0.effective.monthName))" }
      blocks.append(
        .verdict(
          names.isEmpty
            ? "\(entry.file) would import nothing." : "\(entry.file) would import \(names.joined(separator: ", ")).")
      )
      blocks.append(.bullets(["read by \(entry.way)"] + entry.notes))
      if entry.faults > 0 {
        blocks.append(
          .sentence("\(entry.faultText): \(entry.fate)."))
      }
    }
    if let command { blocks += [.space, .command(command)] }
    let items: [JSONValue] = entries.map { entry in
      [
        "file": .string(entry.file), "way": .string(entry.way), "faults": .integer(entry.faults),
        "rows": .orNull(entry.rows) { .integer($0) }, "imported": .orNull(entry.imported) { .integer($0) },
        "left_out": .object(entry.leftOut.mapValues { .integer($0) }),
        "rules": .object(entry.rules.mapValues { .integer($0) }),
        "notes": .array(entry.notes.map { .string($0) }),
        "datasets": .array(
          entry.datasets.map {
            [
              "dataset": .string($0.name), "period": .string($0.effective.monthText), "cells": .integer($0.rows),
              "currency": .string($0.currency),
            ]
          }),
      ]
    }
    return Report(schema: "parley.market-check/1", json: ["checks": .array(items)], blocks: blocks, sheet: sheet)
  }

  private static func counts(_ entry: Entry) -> [(what: String, name: String, count: Int)] {
    var lines: [(what: String, name: String, count: Int)] = []
    if let rows = entry.rows { lines.append(("rows", "", rows)) }
    if let imported = entry.imported { lines.append(("imported", "", imported)) }
    lines += entry.leftOut.sorted { $0.key < $1.key }.map { ("left out", $0.key, $0.value) }
    lines += entry.rules.sorted { $0.key < $1.key }.map { ("rule", $0.key, $0.value) }
    lines += entry.datasets.map { ("cells", $0.name, $0.rows) }
    return lines
  }
}

extension CheckReport.Entry {
  /// Whether an import without `--skip-bad` takes nothing of the file because of its faults.
  fileprivate var isRefused: Bool { faults > 0 && !leavesOut }

  /// How much is wrong: rows of a file that could be read, else faults, which may be of the file itself.
  fileprivate var faultText: String {
    datasets.isEmpty && rows == nil
      ? NumberText.count(faults, "fault") : NumberText.count(faults, "row") + " with faults"
  }

  /// What an import does with rows that have faults.
  fileprivate var fate: String {
    if leavesOut { return "import leaves them out, since the profile says `bad_rows: leave-out`" }
    return datasets.isEmpty ? "import refuses the file" : "import refuses the file, but with --skip-bad leaves them out"
  }
}
