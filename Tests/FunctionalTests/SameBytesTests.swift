import TestSupport
import Testing

@Suite("The same question gives the same bytes, whatever the surroundings")
struct SameBytesTests {
  static let commands: [[String]] = [
    ["market", "show", "--role", "IT Director", "--location", "Denver", "--as-of", "2026-11-21"],
    ["market", "show", "--role", "CTO", "--location", "Seattle", "--as-of", "2026-11-21", "-O", "json"],
    ["market", "locations", "springfield", "-O", "csv"],
    [
      "negotiate", "--role", "Program Manager", "--location", "NYC", "--offer", "162.5k", "--as-of", "2026-11-21",
      "--seed", "7",
    ],
    ["value", "Scenarios/it-director-denver-seattle", "-O", "json"],
    ["value", "Scenarios/it-director-denver-seattle", "--offer", "seattle"],
    ["negotiate", "Scenarios/it-director-denver-seattle", "-O", "csv"],
    ["compare", "Scenarios/cto-startup-public-director", "-O", "json"],
    ["whatif", "Scenarios/remote-program-manager", "zoned.base=+5%", "zoned.start=+2mo"],
    ["explain", "Scenarios/cio-between-jobs", "--all", "-O", "csv"],
    ["export", "Scenarios/it-director-denver-seattle"],
  ]

  static let surroundings: [(name: String, change: @Sendable (inout ParleyProcess) -> Void)] = [
    ("a German locale", { $0.environment["LC_ALL"] = "de_DE.UTF-8" }),
    ("the C locale", { $0.environment["LC_ALL"] = "C" }),
    ("Tokyo's time", { $0.environment["TZ"] = "Asia/Tokyo" }),
    ("time zone UTC", { $0.environment["TZ"] = "UTC" }),
    ("a narrow window", { $0.environment["COLUMNS"] = "40" }),
    ("a wide window", { $0.environment["COLUMNS"] = "200" }),
    ("no colours", { $0.environment["NO_COLOR"] = "1" }),
    ("a dumb terminal", { $0.environment["TERM"] = "dumb" }),
    ("one processor", { $0.prefix = ["taskset", "-c", "0"] }),
    ("two processors", { $0.prefix = ["taskset", "-c", "0,1"] }),
  ]

  @Test("Locale, time zone, window, terminal, processors", arguments: commands)
  func surroundings(_ command: [String]) throws {
    let usual = ParleyProcess(in: BuiltProgram.packageFolder)
    let plain = try usual.run(command)
    #expect(plain.status == 0, "\(plain.stderr)")
    #expect(!plain.output.isEmpty)
    #expect(try usual.run(command).output == plain.output, "a second run")
    for place in Self.surroundings {
      let found = try usual.with(place.change).run(command)
      #expect(found.status == 0, "\(place.name): \(found.stderr)")
      #expect(found.output == plain.output, "\(place.name)")
    }
  }

  @Test("A library imported in another locale holds the same")
  func imports() throws {
    let pay = "role;location;statistic;value;effective_date\nCIO;US;p50;250000,5;2026-03-01\n"
    var listings: [String] = []
    for locale in ["C", "de_DE.UTF-8", "tr_TR.UTF-8"] {
      let folder = try TemporaryFolder()
      try folder.write(pay, to: "pay.csv")
      let library = try SharedLibrary.copy(into: folder)
      let process = ParleyProcess(in: folder.path).with { $0.environment["LC_ALL"] = locale }
      #expect(try process.run("market", "import", "pay.csv", "--library", library).status == 0)
      let listing = try process.run("market", "list", "--library", library, "-O", "json").stdout
      // Each folder has a name of its own, which is where the survey came from.
      listings.append(listing.replacing(folder.path, with: "FOLDER"))
    }
    #expect(Set(listings).count == 1)
  }
}
