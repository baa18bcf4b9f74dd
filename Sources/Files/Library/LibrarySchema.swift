import GRDB

/// The tables of the market library, by version: each step brings a library from one version to the next.
///
/// One row of `cell` is one published cell: a job in a place, its percentiles beside each other. `marks` has one
/// character each for mean, p10, p25, p50, p75, p90: `.` a figure, `#` at or above the cap, `~` at or below a
/// floor, `*` withheld, `s` a figure that the publisher used to hide. A cell counted from people has the interval of
/// its median in `p50_low` and `p50_high`. An empty `currency` is that of the data set. `left_out` counts the rows of a
/// file that did not come in, by reason.
enum LibrarySchema {
  /// The version this program writes; a library of a later one is refused.
  static let version = steps.count

  /// What makes version 1 of nothing, version 2 of version 1, and so on.
  private static let steps = [LibrarySchema.first, LibrarySchema.second, LibrarySchema.third]

  /// Brings a library to the present version. Called within one transaction, so that it is old or new.
  static func upgrade(_ database: Database, from found: Int) throws {
    for step in steps[found...] { try database.execute(sql: step) }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Data sets, cells, cost of labour.
  static let first = """
    CREATE TABLE dataset (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      series TEXT NOT NULL,
      source_kind TEXT NOT NULL,
      publisher TEXT NOT NULL,
      release TEXT NOT NULL,
      effective TEXT NOT NULL,
      currency TEXT NOT NULL,
      licence TEXT NOT NULL,
      reference TEXT NOT NULL,
      digest TEXT NOT NULL,
      shipped INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      report TEXT NOT NULL
    );
    CREATE TABLE cell (
      dataset INTEGER NOT NULL REFERENCES dataset(id) ON DELETE CASCADE,
      location TEXT NOT NULL, soc TEXT NOT NULL, role TEXT NOT NULL, industry TEXT NOT NULL,
      level TEXT NOT NULL, org_size TEXT NOT NULL, pay_element TEXT NOT NULL,
      employment REAL, n_incumbents REAL, n_organizations REAL, mean_prse REAL,
      mean REAL, p10 REAL, p25 REAL, p50 REAL, p75 REAL, p90 REAL,
      marks TEXT NOT NULL, line INTEGER NOT NULL
    );
    CREATE TABLE labour_cost (
      dataset INTEGER NOT NULL REFERENCES dataset(id) ON DELETE CASCADE,
      location TEXT NOT NULL,
      cost REAL NOT NULL,
      PRIMARY KEY (dataset, location)
    ) WITHOUT ROWID;
    CREATE INDEX cell_by_soc ON cell(dataset, soc, location);
    CREATE INDEX cell_by_role ON cell(dataset, role, location) WHERE role <> '';
    """

  /// Where a data set came from, and how far a sample's median may be off.
  static let second = """
    ALTER TABLE dataset ADD COLUMN source TEXT NOT NULL DEFAULT '';
    ALTER TABLE dataset ADD COLUMN profile TEXT NOT NULL DEFAULT '';
    ALTER TABLE dataset ADD COLUMN options TEXT NOT NULL DEFAULT '';
    ALTER TABLE cell ADD COLUMN p50_low REAL;
    ALTER TABLE cell ADD COLUMN p50_high REAL;
    CREATE TABLE left_out (
      dataset INTEGER NOT NULL REFERENCES dataset(id) ON DELETE CASCADE,
      reason TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (dataset, reason)
    ) WITHOUT ROWID;
    """

  /// Pay in the currency of its place.
  static let third = "ALTER TABLE cell ADD COLUMN currency TEXT NOT NULL DEFAULT '';"
}
