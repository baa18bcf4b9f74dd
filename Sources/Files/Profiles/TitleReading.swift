import Market

extension RowLedger {
  /// How a title was read as a job that it does not name by its own title or code: always listed, so that nobody takes
  /// data analysts for data scientists without knowing.
  ///
  ///     TitleReading(of: "Data Analyst", as: dataScientist, isInside: false)?.text    // "Data Analyst is Data Scientist"
  struct TitleReading: Sendable {
    let rule: String
    let text: String

    init(rule: String, text: String) { (self.rule, self.text) = (rule, text) }

    /// Nil where the title is the job's own. `isInside`: the job's name stands among other words.
    init?(of title: String, as job: PricedJob, isInside: Bool) {
      guard !title.isEmpty, WordText.key(title) != WordText.key(job.title), job.baseOccupation != title else {
        return nil
      }
      rule = isInside ? "job named inside a longer title" : "job by another name for it"
      text = "\(title) is \(job.title)"
    }
  }
}
