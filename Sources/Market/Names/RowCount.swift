/// When a row of a survey counts as the role that its title names.
///
/// A question may be asked by any near name, and a note says how it was read; but a figure that rests on people of
/// another trade misleads whoever trusts it.
///
///     role-aliases.csv: data analyst,data-scientist,never,...    // near, but another job
public enum RowCount: String, Sendable {
  case always
  /// A title of many trades, such as Project Manager: only where the row is of IT.
  case inIT = "in-it"
  /// The nearest role, for questions; as a job it is another one.
  case never
}
