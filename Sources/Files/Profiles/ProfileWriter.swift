import Quantities

/// Writes a profile as YAML that a person can edit: every key with a comment that says what it is for.
enum ProfileWriter {
  /// `assumed`: what a guess took for granted, to be said beside it.
  static func text(
    of profile: SurveyProfile, file: String, assumed: Set<ProfileGuess.Assumption> = []
  ) -> String {
    var lines = [
      "# How parley reads \(PlainText.of(file)). Edit it: the next import and `parley market check` use it as it is.",
      "schema: \(ProfileReader.schema)", "",
      "# Name of the data set in the library.", "name: \(quoted(profile.name))",
    ]
    for (key, value) in [
      ("title", profile.title), ("publisher", profile.publisher), ("reference", profile.reference),
    ] where !value.isEmpty { lines.append("\(key): \(quoted(value))") }
    if !profile.series.isEmpty {
      lines += [
        "# Data sets of one series are one survey: one of them answers, never two.",
        "series: \(quoted(profile.series))",
      ]
    }
    if profile.licence != "yours" { lines.append("licence: \(quoted(profile.licence))") }
    lines += [
      "# job-matched, self-report, posted, visa or oews: how far the figures are trusted beside others."
    ]
    if assumed.contains(.kind) { lines.append(Self.assumed) }
    lines += [
      "source_kind: \(profile.kind.rawValue)", "",
      "# incumbents: a row is one person. percentiles: a row is one cell. tidy: a row is one figure.",
      "shape: \(profile.shape.rawValue)", "# The row that names the columns; those above it are titles.",
      "header_row: \(profile.headerRow)", "# The table ends at a row that begins with one of these.",
      "footers: \(list(profile.footers))", "",
      "# Which column says what; several names are tried in turn. A name may end in * for what follows.",
      "# Known: \(SurveyProfile.Field.allCases.map(\.rawValue).joined(separator: ", ")).",
    ]
    lines += block(
      "columns",
      SurveyProfile.Field.allCases.compactMap { field in
        profile.columns[field].map { (field.rawValue, list($0)) }
      })
    lines += ["", "# Columns of pay: `pay` for a person's, else mean, p10, p25, p50, p75, p90."]
    lines += profile.pay.isEmpty ? ["pay: []"] : ["pay:"]
    for pay in profile.pay {
      lines.append("  - element: \(pay.element)")
      if !pay.level.isEmpty { lines.append("    level: \(quoted(pay.level))") }
      if let basis = pay.basis { lines.append("    basis: \(basis.rawValue)") }
      for statistic in SurveyProfile.statistics {
        if let names = pay.columns[statistic] { lines.append("    \(statistic): \(list(names))") }
      }
    }
    lines += [
      "", "units:", "  # \(Self.bases), where no column says it.",
    ]
    if assumed.contains(.basis) { lines.append("  " + Self.assumed) }
    lines += [
      "  basis: \(profile.basis.rawValue)",
      "  # The currency of the data set; all pay is brought to it at ECB rates.",
    ]
    if assumed.contains(.currency) { lines.append("  " + Self.assumed) }
    lines += [
      "  currency: \(profile.currency)",
      "  # Where neither a column nor a sign such as £ says a row's currency: that of its `country`, or the one above:",
      "  # `currency`.", profile.unstated.map { "  unstated: \($0.rawValue)" } ?? "  # unstated: country",
      "  # yes when 185 means 185,000.",
      "  thousands: \(profile.inThousands ? "yes" : "no")", "  hours_per_year: \(number(profile.hoursPerYear))", "",
      "# The month the pay refers to; or column and order (year, iso, month-first, day-first). `month` is for columns that",
      "# say a year only, and for people, whose dates are grouped by year; other dates have a month of their own.",
    ]
    lines += date(profile)
    lines += ["", "# What is the same for all rows: a place, an industry; `function: IT` for a survey of IT alone."]
    let constants = SurveyProfile.Field.allCases.compactMap { field in
      profile.constants[field].map { (field.rawValue, quoted($0)) }
    }
    if assumed.contains(.function) { lines.append(Self.assumed) }
    if assumed.contains(.place) {
      lines += ["# No column says where the pay is paid. Say it: take the # off, and write the place.", "# constants:"]
      lines.append("#   location: Chicago, IL")
    } else {
      lines += block("constants", constants)
    }
    lines += ["# Only rows with one of these texts in a column are taken."]
    lines += block("filters", profile.filters.sorted { $0.key < $1.key }.map { (quoted($0.key), list($0.value)) })
    lines += ["# What texts stand for, by what the column says: `level: {SE: senior}`."]
    lines += block(
      "values",
      SurveyProfile.Field.allCases.compactMap { field in
        profile.values[field].map { table in
          let pairs = table.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(quoted($0.value))" }
          return (field.rawValue, "{\(pairs.joined(separator: ", "))}")
        }
      })
    lines += [
      "# Marks in place of figures: withheld, capped, floored, absent. With its bound a top code counts as at least that:",
      "# `\"#\": capped at 239200`, in the units of its column.",
    ]
    lines += block(
      "markers",
      profile.markers.sorted { $0.key < $1.key }.map { mark, kind in
        (quoted(mark), kind.rawValue + (profile.caps[mark].map { " at \(number($0))" } ?? ""))
      })
    lines += [
      "", "# Pay a year outside of this is set aside and listed: in US dollars at the rate of the date, whatever the",
      "# currency.",
      "plausible: [\(number(profile.plausible.lowerBound)), \(number(profile.plausible.upperBound))]",
      "# refuse: a row that cannot be read refuses the file. leave-out: it is left out and listed.",
      "bad_rows: \(profile.badRows.rawValue)",
      "# Two rows for one cell: refuse, or median.", "same_cell: \(profile.sameCell.rawValue)",
      "# Whether pay may be typed in words: 42,000ish, 85-95k, $25/hr.",
      "pay_texts: \(profile.readsPayTexts ? "yes" : "no")",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A digest of what a profile says, whatever its comments and layout: 16 hexadecimal digits.
  ///
  /// `stem`: what the file would be called anyway; that name is no statement, so that a copy of a file stays known.
  static func digest(of profile: SurveyProfile, stem: String) -> String {
    var profile = profile
    if profile.name == stem { profile.name = "" }
    let said = text(of: profile, file: "").split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    return String(Digest.sha256(of: Array(said.joined(separator: "\n").utf8)).prefix(16))
  }

  private static let bases = PayBasis.allCases.map(\.rawValue).joined(separator: ", ")
  private static let assumed = "# Assumed: no column says it. Correct it where it is wrong."

  private static func block(_ name: String, _ pairs: [(String, String)]) -> [String] {
    pairs.isEmpty ? ["\(name): {}"] : ["\(name):"] + pairs.map { "  \($0.0): \($0.1)" }
  }

  private static func date(_ profile: SurveyProfile) -> [String] {
    switch profile.when {
    case .fixed(let date): return ["date: \(date.monthText)"]
    case .column(let names, let order, let month):
      return ["date:", "  column: \(list(names))", "  order: \(order.rawValue)"]
        + (profile.isDatedByMonth ? [] : ["  month: \(month)"])
    case nil: return ["# date: 2026-03"]
    }
  }

  private static func list(_ texts: [String]) -> String {
    texts.count == 1 ? quoted(texts[0]) : "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  /// Always in quotes, so that no text is taken for anything else.
  private static func quoted(_ text: String) -> String { YAMLScalarText.quoted(text) }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? NumberText.fixed(value, decimals: 0) : NumberText.fixed(value, decimals: 4)
  }
}
