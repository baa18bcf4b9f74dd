import Synchronization

/// The rows a computation has read, each once, in the order of first use: what its result rests on.
///
///     let log = ParameterLog()
///     _ = try offer.valued(under: terms.logging(to: log))
///     log.rows.map(\.key)    // ["hazard.involuntary[hospital]", ...]
public final class ParameterLog: Sendable {
  private let state = Mutex<[Parameter]>([])

  public init() {}

  public var rows: [Parameter] { state.withLock { $0 } }

  func note(_ row: Parameter) {
    state.withLock { rows in
      if !rows.contains(where: row.isSameFact) { rows.append(row) }
    }
  }
}
