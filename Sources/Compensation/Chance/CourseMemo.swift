import Synchronization

/// Courses computed before. A named scenario changes one offer of several, and the others need not be drawn again.
///
/// Equal paths have equal courses, so that remembering them changes no figure.
final class CourseMemo: Sendable {
  /// Totals that are kept at most: more would fill memory.
  private static let mostTotals = 2_000_000

  private struct Entry {
    let paths: OfferPaths
    let courses: Courses
    let found: OfferCourses
  }

  private let known = Mutex<[Entry]>([])

  func courses(of paths: OfferPaths, _ courses: Courses) -> OfferCourses {
    let entry = known.withLock { $0.first { $0.courses == courses && $0.paths == paths } }
    if let entry { return entry.found }
    let found = OfferCourses(of: paths, courses)
    known.withLock { known in
      guard (known.count + 1) * courses.runs <= CourseMemo.mostTotals else { return }
      known.append(Entry(paths: paths, courses: courses, found: found))
    }
    return found
  }
}
