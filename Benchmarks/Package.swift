// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "subject", path: "..")],
  targets: [
    .target(name: "CSVBaseline", linkerSettings: [.linkedLibrary("csv")]),
    .executableTarget(
      name: "csv-benchmark",
      dependencies: ["CSVBaseline", .product(name: "CSVStream", package: "subject")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
