// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "subject", path: "..")],
  targets: [
    .target(name: "CSVBaseline", linkerSettings: [.linkedLibrary("csv")]),
    .target(name: "Timing"),
    .executableTarget(
      name: "csv-benchmark",
      dependencies: ["CSVBaseline", "Timing", .product(name: "CSVStream", package: "subject")]
    ),
    .executableTarget(
      name: "value-benchmark",
      dependencies: [
        "Timing", .product(name: "ParleyModel", package: "subject"), .product(name: "CSVStream", package: "subject"),
      ]
    ),
    .executableTarget(
      name: "tax-benchmark",
      dependencies: [
        "Timing", .product(name: "ParleyModel", package: "subject"), .product(name: "CSVStream", package: "subject"),
      ]
    ),
    // The lists of pay are links to the program's own files, so that what is measured is what imports use.
    .executableTarget(name: "cells-benchmark", dependencies: [.product(name: "CSVStream", package: "subject")]),
  ],
  swiftLanguageModes: [.v6]
)
