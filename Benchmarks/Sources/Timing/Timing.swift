import Glibc

/// User CPU time: less disturbed by other programs than the clock on the wall.
public func userSeconds(_ body: () throws -> Void) rethrows -> Double {
  let start = userSeconds()
  try body()
  return userSeconds() - start
}

/// The middle of several times; the upper one of an even number.
public func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}

private func userSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}
