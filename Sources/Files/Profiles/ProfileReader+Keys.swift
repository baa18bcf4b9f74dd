import Market
import Quantities

/// The keys of a profile, one by one.
extension ProfileReader {
  static let keys = [
    "schema", "name", "title", "series", "source_kind", "publisher", "licence", "reference", "recognise", "shape",
    "header_row", "footers", "columns", "pay", "units", "date", "constants", "filters", "values", "markers",
    "plausible", "bad_rows", "same_cell", "pay_texts",
  ]

  /// What says that all rows are from one place.
  static let placeLines = "`constants:` and below it `  location: Chicago, IL`"

  mutating func readKeys(_ root: YAMLNode, _ profile: inout SurveyProfile) {
    var given: Set<String> = []
    for (key, node) in pairs(root, known: Self.keys, what: "the profile") {
      given.insert(key)
      switch key {
      case "schema":
        if text(node, key) != Self.schema {
          fault("bad-profile-value", "this is no \(Self.schema)", node, cure: "write schema: \(Self.schema)")
        }
      case "name": profile.name = text(node, key)
      case "title": profile.title = text(node, key)
      case "series": profile.series = text(node, key)
      case "source_kind": profile.kind = choice(node, key) ?? profile.kind
      case "publisher": profile.publisher = text(node, key)
      case "licence": profile.licence = text(node, key)
      case "reference": profile.reference = text(node, key)
      case "recognise": profile.recognise = texts(node, key)
      case "shape": profile.shape = choice(node, key) ?? profile.shape
      case "header_row": profile.headerRow = number(node, key, in: 1...100).map { Int($0) } ?? 1
      case "footers": profile.footers = texts(node, key)
      case "columns":
        for (field, value) in fields(node, key) { profile.columns[field] = texts(value, field.rawValue) }
      case "pay": readPay(node, &profile)
      case "units": readUnits(node, &profile)
      case "date": profile.when = when(node)
      case "constants":
        for (field, value) in fields(node, key) { profile.constants[field] = text(value, field.rawValue) }
      case "filters":
        for (column, value) in pairs(node, known: nil, what: key) { profile.filters[column] = texts(value, column) }
      case "values":
        for (field, value) in fields(node, key) {
          for (from, to) in pairs(value, known: nil, what: field.rawValue) {
            profile.values[field, default: [:]][from.lowercased()] = text(to, from)
          }
        }
      case "markers": readMarkers(node, &profile)
      case "plausible": profile.plausible = range(node) ?? profile.plausible
      case "bad_rows": profile.badRows = choice(node, key) ?? profile.badRows
      case "same_cell": profile.sameCell = choice(node, key) ?? profile.sameCell
      case "pay_texts": profile.readsPayTexts = flag(node, key)
      default: break
      }
    }
    require(profile, given, root)
  }

  private mutating func require(_ profile: SurveyProfile, _ given: Set<String>, _ root: YAMLNode) {
    // With other faults about, what is missing may only be misspelt.
    guard faults.isEmpty else { return }
    func has(_ fields: SurveyProfile.Field...) -> Bool {
      fields.contains { profile.columns[$0] != nil || profile.constants[$0] != nil }
    }
    if !has(.role, .soc) {
      fault(
        "missing-profile-key", "no column says which job a row is for", root,
        cure: "name it: `columns:` with `role: Job Title`, or `soc:` for occupation codes")
    }
    if !has(.location, .city, .state, .country) {
      fault(
        "missing-profile-key", "no column says where a row's pay is paid", root,
        cure: "name it: `columns:` with `location: City`; or one place for all, in two lines: \(Self.placeLines)")
    }
    let isTidy = profile.shape == .tidy
    if isTidy, !has(.statistic) || !has(.value) {
      fault(
        "missing-profile-key", "a tidy file needs the columns statistic and value", root,
        cure: "name them under `columns:`")
    }
    let wanted = profile.shape == .incumbents ? ["pay"] : Array(SurveyProfile.statistics.dropFirst())
    if !isTidy, !profile.pay.contains(where: { pay in wanted.contains { pay.columns[$0] != nil } }) {
      fault(
        "missing-profile-key", "no column holds pay", root,
        cure: profile.shape == .incumbents
          ? "name it: `pay:` with `- pay: Base Salary`" : "name them: `pay:` with `- p50: Median`")
    }
  }

  private mutating func fields(_ node: YAMLNode, _ what: String) -> [(SurveyProfile.Field, YAMLNode)] {
    pairs(node, known: SurveyProfile.Field.allCases.map(\.rawValue), what: what).compactMap { key, value in
      SurveyProfile.Field(rawValue: key).map { ($0, value) }
    }
  }

  private mutating func readPay(_ node: YAMLNode, _ profile: inout SurveyProfile) {
    guard case .sequence(let items) = node.content else {
      fault("bad-profile-value", "pay is a \(node.shape), not a list", node, cure: "begin each entry with `- `")
      return
    }
    for item in items {
      var pay = SurveyProfile.Pay()
      for (key, value) in pairs(item, known: ["element", "level", "basis"] + SurveyProfile.statistics, what: "pay") {
        switch key {
        case "element":
          pay.element = text(value, key)
          if !CanonicalLayout.elements.contains(pay.element), value.text != nil {
            fault(
              "bad-profile-value", "\"\(pay.element)\" is no pay element", value,
              cure: "one of " + CanonicalLayout.elements.joined(separator: ", "))
          }
        case "level": pay.level = text(value, key)
        case "basis": pay.basis = choice(value, key)
        default: pay.columns[key] = texts(value, key)
        }
      }
      profile.pay.append(pay)
    }
  }

  private mutating func readUnits(_ node: YAMLNode, _ profile: inout SurveyProfile) {
    let known = ["basis", "currency", "unstated", "thousands", "hours_per_year"]
    for (key, value) in pairs(node, known: known, what: "units") {
      switch key {
      case "basis": profile.basis = choice(value, key) ?? profile.basis
      case "currency":
        let code = text(value, key)
        profile.currency = code
        if value.text != nil, code.count != 3 || !code.allSatisfy({ $0.isASCII && $0.isUppercase }) {
          fault("bad-profile-value", "\"\(code)\" is no currency code", value, cure: "write three letters: EUR")
        }
      case "unstated": profile.unstated = choice(value, key)
      case "thousands": profile.inThousands = flag(value, key)
      default: profile.hoursPerYear = number(value, key, in: 100...8_760) ?? profile.hoursPerYear
      }
    }
  }

  private mutating func when(_ node: YAMLNode) -> SurveyProfile.When? {
    if node.isEmpty { return nil }
    guard case .mapping = node.content else {
      let written = text(node, "date")
      if let date = CalendarDate(written) ?? CalendarDate(written + "-01"), (1990...2100).contains(date.year) {
        return .fixed(date.startOfMonth)
      }
      if node.text != nil {
        fault("bad-profile-value", "\"\(written)\" is no date", node, cure: "write year and month: 2026-03")
      }
      return nil
    }
    var columns: [String] = []
    var order = SurveyProfile.DateOrder.year
    var month = 7
    for (key, value) in pairs(node, known: ["column", "order", "month"], what: "date") {
      switch key {
      case "column": columns = texts(value, key)
      case "order": order = choice(value, key) ?? order
      default: month = number(value, key, in: 1...12).map { Int($0) } ?? month
      }
    }
    if columns.isEmpty {
      fault("missing-profile-key", "date names no column", node, cure: "write `column: Year` below it")
      return nil
    }
    return .column(columns, order: order, month: month)
  }

  private mutating func range(_ node: YAMLNode) -> ClosedRange<Double>? {
    guard case .sequence(let ends) = node.content, ends.count == 2 else {
      fault("bad-profile-value", "plausible is not two amounts", node, cure: "write [1000, 10000000]")
      return nil
    }
    guard let low = number(ends[0], "the least plausible pay", in: 0...1e12),
      let high = number(ends[1], "the most plausible pay", in: 0...1e12)
    else { return nil }
    guard low < high else {
      fault("bad-profile-value", "the least plausible pay is above the most", node, cure: "write [1000, 10000000]")
      return nil
    }
    return low...high
  }
}
