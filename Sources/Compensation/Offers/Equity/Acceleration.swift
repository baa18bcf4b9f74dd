import Quantities

/// Which event makes what has not vested one's own, and how much of it.
///
///     Acceleration("double trigger")          // all, if a change of control costs the job
///     Acceleration("50% single trigger")      // half, on the change alone
///     Acceleration("12mo on a layoff")        // what would have vested within a year
public struct Acceleration: Sendable, Equatable {
  public enum Trigger: String, CaseIterable, Sendable {
    /// A change of control alone.
    case single
    /// A change of control that costs the job.
    case double
    /// Any layoff without cause.
    case layoff
    /// Said to be none.
    case never
  }

  public var trigger: Trigger
  /// Of what has not vested.
  public var share: Double
  /// Only what would have vested within so many months; nil for all.
  public var months: Int?

  public init(trigger: Trigger, share: Double = 1, months: Int? = nil) {
    self.trigger = trigger
    self.share = share
    self.months = months
  }

  /// As people write it; nil for words that leave open what sets it off.
  public init?(_ text: String) {
    var words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    words.removeAll { Self.fillers.contains($0) }
    if ["none", "no", "never"].contains(words.joined()) {
      self.init(trigger: .never)
      return
    }
    var trigger: Trigger?
    var share: Double?
    var months: Int?
    for word in words {
      if let found = Self.triggers[word], trigger == nil {
        trigger = found
      } else if word.hasSuffix("%"), let found = QuantityText.share(word), (0...1).contains(found), share == nil {
        share = found
      } else if let found = QuantityText.months(word), found > 0, months == nil {
        months = found
      } else {
        return nil
      }
    }
    guard let trigger else { return nil }
    self.init(trigger: trigger, share: share ?? 1, months: months)
  }

  private static let triggers: [String: Trigger] = [
    "single": .single, "double": .double, "layoff": .layoff, "termination": .layoff,
  ]

  private static let fillers: Set<String> = [
    "trigger", "full", "all", "of", "on", "the", "a", "unvested", "what", "is", "without", "cause",
  ]

  /// The months of a window in which the event saves what vests in `month`; nil for none. What is the holder's on day 0
  /// needs no saving.
  func months(before month: Int, within window: Int) -> ClosedRange<Int>? {
    let first = max(1, months.map { month - $0 } ?? 1)
    let last = min(month, window)
    return first <= last ? first...last : nil
  }

  /// `all of it if a change of control costs the job`
  var text: String {
    let part = share == 1 ? "all of it" : "\(NumberText.share(share)) of it"
    let within = months.map { ", as far as it would vest within \(NumberText.count($0, "month"))," } ?? ""
    switch trigger {
    case .single: return "\(part)\(within) on a change of control"
    case .double: return "\(part)\(within) if a change of control costs the job"
    case .layoff: return "\(part)\(within) on a layoff"
    case .never: return "none"
    }
  }
}
