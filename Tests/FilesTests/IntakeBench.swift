import Foundation
import Quantities
import TestSupport

@testable import Files

/// Reads files of any layout with the shipped names and profiles.
struct IntakeBench {
  static let files = SurveyBench.surveys + "/profiles"
  /// Real files beside the checkout, when they are there; some must not be copied into it.
  static let shared = ["/../shared/data", "/../../shared/data"].map { BuiltProgram.packageFolder + $0 }
    .first { Folder.isFolder($0) }

  let bench: SurveyBench
  let intake: SurveyIntake

  init() throws {
    bench = try SurveyBench()
    intake = SurveyIntake(data: SurveyBench.data, names: bench.reader)
  }

  func read(
    _ path: String, profile: String? = nil, _ options: SurveyReader.Options = .init(), isCheck: Bool = false
  ) throws -> SurveyIntake.Reading {
    try intake.read(path: path, profile: profile, options: options, isCheck: isCheck)
  }

  /// What is wrong with a reading; none when it can be read.
  func faults(
    _ path: String, profile: String? = nil, _ options: SurveyReader.Options = .init()
  ) throws -> [String] {
    do {
      _ = try read(path, profile: profile, options)
      return []
    } catch let bad as BadInput {
      return bad.diagnostics.map(\.name)
    } catch let unread as UnreadGuess { return unread.bad.diagnostics.map(\.name) }
  }
}

extension SurveyIntake.Reading {
  /// A cell of any data set by job, place and level.
  func cell(_ job: String, _ location: String, level: String = "", element: String = "base") -> SurveyCell? {
    surveys.flatMap(\.cells).first {
      ($0.role == job || $0.occupation == job) && $0.location == location && $0.level == level
        && $0.payElement == element && $0.industry.isEmpty
    }
  }

  var leftOut: [String: Int] {
    var counts: [String: Int] = [:]
    for (reason, tally) in profiled?.ledger.leftOut ?? [:] { counts[reason.rawValue] = tally.count }
    return counts
  }

  /// Whether every row is imported or left out for a reason.
  var addsUp: Bool {
    profiled.map { $0.ledger.rows == $0.ledger.imported + $0.ledger.leftOutCount } ?? false
  }
}
