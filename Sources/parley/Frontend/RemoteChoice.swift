import Files
import Market
import Reports

/// Where a remote job is paid by: `--remote`, `--home` and `--pay-zone` as typed.
struct RemoteChoice {
  let remote: Bool
  let home, payZone: String?

  /// The questions of each pay zone that is known, the one that counts first; none for a job that is not remote.
  ///
  /// Where the employer's zone is not known the nation counts: never the employer's place in silence.
  func questions(
    _ question: MarketQuestion, hasSite: Bool, session: Session, note: (String) -> Void
  ) throws -> [(zone: PayZone, question: MarketQuestion)] {
    guard remote else {
      if let given = home.map({ _ in "--home" }) ?? payZone.map({ _ in "--pay-zone" }) {
        throw UsageError("option-without-use", "\(given) is for a remote job", cure: "add --remote, or leave it out")
      }
      return []
    }
    var asked: [(zone: PayZone, question: MarketQuestion)] = []
    if hasSite { asked.append((.site, question)) }
    if let home {
      let found = try session.place(home)
      if let text = found.note { note(text) }
      asked.append((.home, moved(question, to: found.value)))
    }
    let country = question.location.country
    let nation = try session.place(country == "US" ? country : "country:" + country).value
    asked.append((.national, moved(question, to: nation)))
    let chosen = try chosenZone()
    guard let index = asked.firstIndex(where: { $0.zone == chosen }) else {
      throw UsageError(
        "zone-without-place", "--pay-zone \(chosen.rawValue) needs to know the place",
        cure: chosen == .home ? "say where you live: --home Boise" : "say where the employer is: --location Denver")
    }
    asked.insert(asked.remove(at: index), at: 0)
    return asked
  }

  private func moved(_ question: MarketQuestion, to place: Location) -> MarketQuestion {
    var moved = question
    moved.location = place
    return moved
  }

  private func chosenZone() throws -> PayZone {
    guard let payZone else { return .national }
    guard let zone = PayZone(rawValue: payZone.lowercased()) else {
      throw UnknownChoice(kind: "pay zone", given: payZone, valid: PayZone.allCases.map(\.rawValue))
    }
    return zone
  }

  /// What would narrow the answer: the zone, and the home.
  var questions: [String] {
    var questions: [String] = []
    if payZone == nil {
      questions.append(
        "Which pay zone does the employer use: site, home, national or tiers? Ask; the national one counts until you "
          + "know (--pay-zone). A tier is priced by a city in it: --location.")
    }
    if home == nil { questions.append("Where do you live? --home Boise shows its pay beside the others.") }
    return questions
  }
}
