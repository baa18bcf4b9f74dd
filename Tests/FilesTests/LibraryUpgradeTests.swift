import GRDB
import Market
import TestSupport
import Testing

@testable import Files

@Suite("A library of an earlier version is brought to this one")
struct LibraryUpgradeTests {
  /// A library as version 1 made it, with a data set of the user's.
  private static func versionOne(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE dataset (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, series TEXT NOT NULL,
            source_kind TEXT NOT NULL, publisher TEXT NOT NULL, release TEXT NOT NULL, effective TEXT NOT NULL,
            currency TEXT NOT NULL, licence TEXT NOT NULL, reference TEXT NOT NULL, digest TEXT NOT NULL,
            shipped INTEGER NOT NULL, rows INTEGER NOT NULL, report TEXT NOT NULL);
          CREATE TABLE cell (
            dataset INTEGER NOT NULL REFERENCES dataset(id) ON DELETE CASCADE,
            location TEXT NOT NULL, soc TEXT NOT NULL, role TEXT NOT NULL, industry TEXT NOT NULL,
            level TEXT NOT NULL, org_size TEXT NOT NULL, pay_element TEXT NOT NULL,
            employment REAL, n_incumbents REAL, n_organizations REAL, mean_prse REAL,
            mean REAL, p10 REAL, p25 REAL, p50 REAL, p75 REAL, p90 REAL, marks TEXT NOT NULL, line INTEGER NOT NULL);
          CREATE TABLE labour_cost (
            dataset INTEGER NOT NULL REFERENCES dataset(id) ON DELETE CASCADE, location TEXT NOT NULL,
            cost REAL NOT NULL, PRIMARY KEY (dataset, location)) WITHOUT ROWID;
          CREATE INDEX cell_by_soc ON cell(dataset, soc, location);
          CREATE INDEX cell_by_role ON cell(dataset, role, location) WHERE role <> '';
          INSERT INTO dataset VALUES (4, 'acme', 'acme', 'acme', 'job-matched', '', 'March 2026', '2026-03', 'USD',
            'yours', 'acme.csv', 'd1', 0, 2, 'one note');
          INSERT INTO cell VALUES
            (4, 'US', '', 'cio', '', '', '', 'base', NULL, 12, NULL, NULL, NULL, NULL, NULL, 300000, NULL, NULL,
             '......', 2),
            (4, 'US-OH', '', 'cio', '', '', '', 'base', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 250000, NULL, NULL,
             '......', 3);
          INSERT INTO labour_cost VALUES (4, 'US-OH', 0.91);
          PRAGMA user_version = 1;
          """)
    }
  }

  @Test("Its data sets answer as before, and can be replaced and removed")
  func upgraded() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.sqlite")
    try Self.versionOne(path)
    let library = try MarketLibrary(path: path)
    #expect(try library.cells(dataset: "acme", role: "cio", location: "US").first?.incumbents == 12)
    #expect(try library.cells(dataset: "acme", role: "cio", location: "US-OH").first?.pay(at: 0.5) == 250_000)
    #expect(try library.costOfLabour(dataset: "acme") == ["US-OH": 0.91])
    #expect(try library.provenance() == ["acme": DatasetProvenance(notes: ["one note"])])
    try library.remove("acme")
    #expect(try library.cells(dataset: "acme", role: "cio", location: "US").isEmpty)
  }

  @Test("It has the tables that a new library has")
  func sameTables() throws {
    let folder = try TemporaryFolder()
    try Self.versionOne(folder.path("old.sqlite"))
    let schemas = try ["old.sqlite", "new.sqlite"].map { name in
      try MarketLibrary(path: folder.path(name)).query { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT m.name || ' ' || coalesce(group_concat(c.name || ' ' || c.type || c."notnull" || c.pk), '')
            FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c GROUP BY m.name ORDER BY m.name
            """)
          + [
            String.fetchOne(database, sql: "PRAGMA user_version"),
            String.fetchOne(database, sql: "PRAGMA journal_mode"),
          ]
          .compactMap { $0 }
      }
    }
    #expect(schemas[0] == schemas[1] && schemas[0].suffix(2) == ["3", "wal"])
  }

  @Test("Nothing of it is lost when the upgrade fails half way")
  func failed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.sqlite")
    try Self.versionOne(path)
    let queue = try DatabaseQueue(path: path)
    // In the way of the second step's last table.
    try queue.write { try $0.execute(sql: "CREATE TABLE left_out (x)") }
    #expect(throws: FileTrouble.self) { try MarketLibrary(path: path) }
    let (version, cells, columns) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA user_version"),
        try Int.fetchOne(database, sql: "SELECT count(*) FROM cell"), try database.columns(in: "dataset").count
      )
    }
    #expect(version == 1 && cells == 2 && columns == 15)
  }
}
