import Glibc

/// The only place that writes to the outside, reads the clock and asks what the terminal can do.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Writes all of a text; a closed pipe ends the program quietly, any other trouble with status 74.
  static func write(_ text: String, to stream: Stream) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // Nobody reads the notes: the result still matters.
        if stream == .error { return }
        if errno == EPIPE { exit(0) }
        let reason = String(cString: strerror(errno))
        write("parley: error: [input-output] standard output: \(reason)\n", to: .error)
        write("  write to another place with -o\n", to: .error)
        exit(74)
      }
      bytes = bytes.dropFirst(count)
    }
  }

  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  /// Whether people look at the stream.
  static func isInteractive(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether a person may answer.
  static var isInteractiveInput: Bool { isatty(0) == 1 }

  /// Columns of the terminal, at most 120; 80 for a file or a pipe, whatever the window.
  static var width: Int {
    var size = winsize()
    guard isInteractive(.output), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(120, max(40, Int(size.ws_col)))
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Days since 1970-01-01 in UTC.
  static var today: Int { Int(time(nil)) / 86_400 }

  /// The program's own file, links followed.
  static var executable: String {
    var buffer = [CChar](repeating: 0, count: 4_097)
    let count = readlink("/proc/self/exe", &buffer, 4_096)
    guard count > 0 else { return CommandLine.arguments.first ?? "parley" }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
