import Market
import Quantities

/// Roles with their occupations and other names.
public struct RolesReport {
  let roles: [Role]
  let directory: RoleDirectory
  let next: [String: [String]]

  /// `next`: the roles that usually come after each, by id.
  public init(_ roles: [Role], in directory: RoleDirectory, next: [String: [String]]) {
    self.roles = roles
    self.directory = directory
    self.next = next
  }

  public var report: Report {
    var sheet = Sheet(columns: [
      Column("role", "Role"), Column("title", "Title"), Column("soc", "Priced from"), Column("leads_to", "Leads to"),
      Column("aliases", "Also called"),
    ])
    var page = Sheet(columns: [
      Column("title", "Role"), Column("soc", "Priced from"), Column("leads_to", "Leads to"),
    ])
    var names: [String] = []
    var items: [JSONValue] = []
    let ordered = roles.sorted { ($0.isLeadership ? 0 : 1, $0.id) < ($1.isLeadership ? 0 : 1, $1.id) }
    for role in ordered {
      let aliases = directory.aliases.filter { $0.role == role.id }.map(\.text)
      sheet.append([
        .text(role.id), .text(role.title), .text(role.baseOccupation),
        .text((next[role.id] ?? []).joined(separator: ", ")),
        .text(aliases.joined(separator: ", ")),
      ])
      let titles = (next[role.id] ?? []).compactMap { directory.role(id: $0)?.title }
      page.append([.text(role.title), .text(role.baseOccupation), .text(titles.joined(separator: ", "))])
      names.append("\(role.title): \(role.description). Also called \(aliases.joined(separator: ", ")).")
      items.append([
        "id": .string(role.id), "title": .string(role.title), "soc": .string(role.baseOccupation),
        "family": .string(role.family),
        "leads_to": .array((next[role.id] ?? []).map { .string($0) }), "aliases": .array(aliases.map { .string($0) }),
      ])
    }
    return Report(
      schema: "parley.market-roles/1", json: ["roles": .array(items)],
      blocks: [.sheet(page), .space, .bullets(roles.count <= 4 ? names : [])] + [
        .sentence("Any SOC code works too, as a whole occupation without a role ratio: --role 11-3021.")
      ], sheet: sheet)
  }
}

/// Places with their ids and sizes.
public struct LocationsReport {
  let places: [Location]
  let query: String

  public init(_ places: [Location], query: String) {
    self.places = places
    self.query = query
  }

  public var report: Report {
    var sheet = Sheet(columns: [
      Column("location", "Id"), Column("name", "Name"), Column("kind", "Kind"), Column("state", "State"),
      Column("employment", "Employed", .integer),
    ])
    let order: [Location.Kind] = [.nation, .state, .territory, .metro, .nonmetro, .country, .city]
    let ordered = places.sorted { left, right in
      let ranks = (order.firstIndex(of: left.kind) ?? 9, order.firstIndex(of: right.kind) ?? 9)
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      return ((left.employment ?? 0), right.id) > ((right.employment ?? 0), left.id)
    }
    for place in ordered {
      sheet.append([
        .text(place.id), .text(place.name), .text(place.kind.rawValue), .text(place.state),
        place.employment.map { .integer(Int($0)) } ?? .empty,
      ])
    }
    let shown = query.isEmpty ? ordered.filter { ![.country, .city, .nonmetro].contains($0.kind) } : ordered
    // A page of the largest; the whole list is for programs and for those who search.
    var short = Sheet(columns: sheet.columns)
    for row in sheet.rows.filter({ row in shown.contains { .text($0.id) == row.cells[0] } }).prefix(
      query.isEmpty ? 15 : 40)
    {
      short.append(row.cells)
    }
    let blocks: [Block] = [
      .sheet(short), .space,
      .sentence(
        short.rows.count < sheet.rows.count
          ? "\(short.rows.count) of \(NumberText.grouped(sheet.rows.count)) places. Narrow it down with words, or take all with -O csv."
          : "Cities, suburbs and nicknames work too: NYC, Bay Area, Research Triangle."),
      .command("parley market locations springfield"),
    ]
    let items: [JSONValue] = ordered.map {
      [
        "id": .string($0.id), "name": .string($0.name), "kind": .string($0.kind.rawValue),
        "state": $0.state.isEmpty ? .null : .string($0.state), "country": .string($0.country),
        "employment": .orNull($0.employment) { .amount($0) },
      ]
    }
    return Report(
      schema: "parley.market-locations/1", json: ["locations": .array(items)], blocks: blocks, sheet: sheet)
  }
}

/// Data sets of the library.
public struct DatasetsReport {
  let datasets: [MarketDataset]
  let provenance: [String: DatasetProvenance]
  let library: String

  /// `provenance`: where each data set came from, by its name.
  public init(_ datasets: [MarketDataset], provenance: [String: DatasetProvenance] = [:], library: String) {
    self.datasets = datasets
    self.provenance = provenance
    self.library = library
  }

  public var report: Report {
    var sheet = Sheet(columns: [
      Column("dataset", "Data set", isWhole: true), Column("period", "Period"), Column("cells", "Cells", .integer),
      Column("currency", "Currency"), Column("shipped", "Shipped", .flag), Column("licence", "Licence"),
      Column("publisher", "Publisher"),
    ])
    var page = Sheet(columns: [
      Column("dataset", "Data set", isWhole: true), Column("period", "Period"), Column("cells", "Cells", .integer),
      Column("currency", "Currency"), Column("origin", "Origin"),
    ])
    var items: [JSONValue] = []
    for dataset in datasets {
      let origin = provenance[dataset.name] ?? DatasetProvenance()
      page.append([
        .text(dataset.name), .text(dataset.effective.monthText), .integer(dataset.rows), .text(dataset.currency),
        .text(dataset.isShipped ? "ships with parley" : "imported"),
      ])
      sheet.append([
        .text(dataset.name), .text(dataset.effective.monthText), .integer(dataset.rows), .text(dataset.currency),
        .flag(dataset.isShipped), .text(dataset.licence), .text(dataset.publisher),
      ])
      items.append([
        "dataset": .string(dataset.name), "title": .string(dataset.title),
        "period": .string(dataset.effective.monthText), "cells": .integer(dataset.rows),
        "currency": .string(dataset.currency), "licence": .string(dataset.licence),
        "publisher": .string(dataset.publisher), "release": .string(dataset.release),
        "reference": .string(dataset.reference), "digest": .string("sha256:" + dataset.digest),
        "shipped": .bool(dataset.isShipped), "source": origin.source.isEmpty ? .null : .string(origin.source),
        "profile": origin.profile.isEmpty ? .null : .string(origin.profile),
        "notes": .array(origin.notes.map { .string($0) }), "rows_left_out": .integer(origin.rowsLeftOut),
        "left_out": .array(
          origin.leftOut.sorted { $0.key < $1.key }.map { ["reason": .string($0.key), "rows": .integer($0.value)] }),
      ])
    }
    return Report(
      schema: "parley.market-list/1", json: ["datasets": .array(items)],
      blocks: [.sheet(page), .space, .sentence("Library: \(library)")], sheet: sheet)
  }
}

/// What an import did.
public struct ImportReport {
  /// A data set of the file, and what became of it.
  public struct Entry: Sendable {
    public var file: String
    public var dataset: MarketDataset
    /// `imported`, `replaced`, `renamed`, `known`.
    public var outcome: String
    public var notes: [String]
    public var skipped: Int
    /// The name of a renamed data set before.
    public var formerName: String?
    /// Whether another data set of its name went.
    public var replaces: Bool

    public init(
      file: String, dataset: MarketDataset, outcome: String, notes: [String], skipped: Int, formerName: String? = nil,
      replaces: Bool = false
    ) {
      self.file = file
      self.dataset = dataset
      self.outcome = outcome
      self.notes = notes
      self.skipped = skipped
      self.formerName = formerName
      self.replaces = replaces
    }
  }

  let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  public var report: Report {
    var sheet = Sheet(columns: [
      Column("file", "File"), Column("dataset", "Data set", isWhole: true), Column("outcome", "Outcome"),
      Column("cells", "Cells", .integer), Column("skipped_rows", "Rows left out", .integer),
      Column("period", "Period"),
    ])
    var blocks: [Block] = []
    for entry in entries {
      sheet.append([
        .text(entry.file), .text(entry.dataset.name), .text(entry.outcome), .integer(entry.dataset.rows),
        .integer(entry.skipped), .text(entry.dataset.effective.monthText),
      ])
      let cells = "\(NumberText.count(entry.dataset.rows, "cell")), \(entry.dataset.effective.monthName)"
      switch entry.outcome {
      case "known" where entry.dataset.isShipped:
        let (count, name) = (NumberText.count(entry.dataset.rows, "cell"), entry.dataset.name)
        blocks.append(.sentence("\(entry.file): \(count) of \(name) come with parley: already there."))
      case "known":
        blocks.append(
          .sentence("\(entry.file) is in the library already, as \(entry.dataset.name): nothing to do."))
      default:
        blocks.append(.verdict("\(Self.change(entry)) (\(cells))."))
        let left = entry.skipped > 0 ? ["\(NumberText.count(entry.skipped, "row")) left out"] : []
        blocks.append(.bullets(entry.notes + left))
      }
    }
    if entries.contains(where: { $0.outcome != "known" }) {
      blocks += [.space, .command("parley market list")]
    }
    let items: [JSONValue] = entries.map {
      [
        "file": .string($0.file), "dataset": .string($0.dataset.name), "outcome": .string($0.outcome),
        "cells": .integer($0.dataset.rows), "skipped_rows": .integer($0.skipped),
        "period": .string($0.dataset.effective.monthText), "notes": .array($0.notes.map { .string($0) }),
        "former_name": .orNull($0.formerName) { .string($0) },
      ]
    }
    return Report(
      schema: "parley.market-import/1", json: ["imports": .array(items)], blocks: blocks, sheet: sheet)
  }

  /// What happened to a data set: `Renamed: good is now other`.
  private static func change(_ entry: Entry) -> String {
    let name = entry.dataset.name
    if let former = entry.formerName {
      return "Renamed, since it is the same file: \(former) is now \(name)"
        + (entry.replaces ? ", in place of the \(name) there was" : "")
    }
    return (entry.replaces ? "Replaced: " : "Imported: ") + name
  }
}
