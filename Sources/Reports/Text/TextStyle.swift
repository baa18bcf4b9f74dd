/// What a piece of text is; the terminal's colours follow from it.
enum TextStyle: Equatable {
  case plain
  case strong
  case faint
  case command
  case curveMiddle
  case curveTail
  case market
  case marketStrong
  case yours
  case yoursStrong

  /// Parameters of the ANSI "select graphic rendition" sequence, from the 16 colours every theme defines.
  var sequence: String {
    switch self {
    case .plain, .market: ""
    case .strong, .marketStrong: "1"
    case .faint: "2"
    case .command: "36"
    case .curveMiddle: "34"
    case .curveTail: "2;34"
    case .yours: "33"
    case .yoursStrong: "1;33"
    }
  }
}
