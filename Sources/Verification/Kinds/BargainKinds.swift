import Negotiation

/// How a surplus is split, and what asking is worth.
enum BargainKinds {
  static let all = [nash, rubinstein, asking]

  private static let nash = ModelKind("nash", outputs: ["settlement"]) { inputs, _ in
    Bargain.nash(
      walkAway: try inputs.number("walk_away", .notNegative),
      employerMaximum: try inputs.number("employer_max", .notNegative), power: try inputs.number("power", .share))
  }

  private static let rubinstein = ModelKind(
    "rubinstein", outputs: ["first_mover_share", "second_mover_share"]
  ) { inputs, output in
    let share = Bargain.firstMoverShare(
      deltaFirst: try inputs.number("delta_first", .share), deltaSecond: try inputs.number("delta_second", .share))
    return output == "first_mover_share" ? share : share.map { 1 - $0 }
  }

  /// Premium, room and its mean are shares of the offer; a row may give a constant chance that the offer is withdrawn,
  /// and then what one falls back on, as a share of the offer.
  private static let asking = ModelKind(
    "ask_model",
    outputs: ["p_full", "p_some", "p_none", "p_withdrawn", "expected_gain", "optimal_ask", "value_of_asking"]
  ) { inputs, output in
    let model = AskModel(
      roomProbability: try inputs.number("p_room", .share), meanRoom: try inputs.number("theta", .notNegative),
      concession: try inputs.number("kappa", .belowOne))
    let premium = try inputs.number("ask_premium", .notNegative)
    let withdrawn = try inputs.number("p_withdraw", .share, orElse: 0)
    switch output {
    case "p_full": return min(model.full(premium), model.some)
    case "p_some": return model.some
    case "p_none": return 1 - model.some - withdrawn
    case "p_withdrawn": return withdrawn
    case "optimal_ask": return model.bestAsk
    case "expected_gain": return (1 - withdrawn) * model.expectedGain(premium)
    default:
      return model.valueOfAsking(
        premium, floor: try inputs.number("walk_away", .notNegative), risk: WithdrawalRisk(constant: withdrawn))
    }
  }
}
