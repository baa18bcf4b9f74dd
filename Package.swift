// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "parley",
  products: [
    .executable(name: "parley", targets: ["parley"]),
    .library(
      name: "ParleyModel",
      targets: ["Quantities", "Market", "Taxation", "Simulation", "Compensation", "Scenarios", "Negotiation"]),
    .library(name: "CSVStream", targets: ["CSVStream"]),
  ],
  dependencies: [
    // Commands, options, help and completion scripts.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // Scenario files: libyaml, which Yams carries, with the line and column of every node, for errors that point.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // The market library: one SQLite file, atomic and readable by any tool.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // Reads all CSV.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    // SHA-256, to know a file again, by the processor's own instructions: ten times as fast as libmd.
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    // Unpacks .gz while it is read: surveys of a hundred megabytes are published so, and Swift has no inflate.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CSVStream", dependencies: ["CLibCSV", "CZlib"]),
    .target(name: "Quantities"),
    .target(name: "Market", dependencies: ["Quantities"]),
    // Tax law as dated data -> tax on a year's income.
    .target(name: "Taxation", dependencies: ["Quantities"]),
    // Seeded draws and paths: the same digits on any number of threads.
    .target(name: "Simulation", dependencies: ["Quantities"]),
    .target(name: "Compensation", dependencies: ["Quantities", "Market", "Simulation"]),
    .target(name: "Scenarios", dependencies: ["Quantities", "Market", "Taxation", "Compensation"]),
    .target(name: "Negotiation", dependencies: ["Quantities", "Market", "Compensation", "Scenarios"]),
    // Reference rows -> the models' own figures.
    .target(name: "Verification", dependencies: ["Quantities", "Market", "Simulation", "Compensation", "Negotiation"]),
    .target(
      name: "Files",
      dependencies: [
        "CSVStream", "CNettle", "Quantities", "Market", "Taxation", "Compensation", "Scenarios", "Verification",
        "Yams",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "CSVStream", "Quantities", "Market", "Taxation", "Compensation", "Scenarios", "Negotiation", "Verification",
      ]),
    .executableTarget(
      name: "parley",
      dependencies: [
        "Files", "Reports", "Verification", "Negotiation", "Scenarios", "Compensation", "Taxation", "Market",
        "Quantities", "CSVStream",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Tests only: running the built program and golden cases; generators and reference values.
    .target(name: "TestSupport", dependencies: ["Quantities"], path: "Tests/TestSupport"),
    .target(
      name: "ModelTestSupport", dependencies: ["CSVStream", "Quantities", "Market", "Files"],
      path: "Tests/ModelTestSupport"),
    .testTarget(name: "CSVStreamTests", dependencies: ["CSVStream", "CZlib"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "ModelTestSupport"]),
    .testTarget(name: "MarketTests", dependencies: ["Market", "ModelTestSupport"], exclude: ["Reference"]),
    .testTarget(
      name: "TaxationTests", dependencies: ["Taxation", "Files", "Quantities", "ModelTestSupport"],
      exclude: ["Reference"]),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
    .testTarget(
      name: "CompensationTests", dependencies: ["Compensation", "Simulation", "ModelTestSupport"],
      exclude: ["Reference"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios", "Files", "Taxation", "ModelTestSupport"]),
    .testTarget(name: "NegotiationTests", dependencies: ["Negotiation", "ModelTestSupport"], exclude: ["Reference"]),
    .testTarget(name: "VerificationTests", dependencies: ["Verification", "Files", "TestSupport"]),
    .testTarget(
      name: "FilesTests",
      dependencies: [
        "parley", "Files", "Verification", "Compensation", "Market", "Quantities", "TestSupport", "ModelTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Surveys"]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "CSVStream"]),
    .testTarget(name: "FunctionalTests", dependencies: ["parley", "Quantities", "TestSupport"], exclude: ["Cases"]),
  ],
  swiftLanguageModes: [.v6]
)
