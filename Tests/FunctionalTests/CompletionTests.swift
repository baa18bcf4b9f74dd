import Foundation
import TestSupport
import Testing

@Suite("Completion scripts are whole, and their shells accept them")
struct CompletionTests {
  static let shells = ["bash", "zsh", "fish"]

  @Test("A script names the commands, the formats, and completes files", arguments: shells)
  func script(_ shell: String) throws {
    let result = try ParleyProcess().run("completions", shell)
    #expect(result.status == 0 && result.stderr.isEmpty)
    for word in ["negotiate", "market", "completions", "jsonl", "markdown", "max-errors"] {
      #expect(result.stdout.contains(word), "\(word)")
    }
    // The generators' own words for files.
    let files = ["bash": "_add_completions -f", "zsh": "_files", "fish": "-F"]
    #expect(result.stdout.contains(files[shell] ?? "?"))
    let shellPath = ["/bin/", "/usr/bin/"].map { $0 + shell }.first(where: FileManager.default.isExecutableFile)
    guard let shellPath else { return }
    let folder = try TemporaryFolder()
    try folder.write(result.output, to: "script")
    let check = try ParleyProcess(in: folder.path).shell("\(shellPath) -n script")
    #expect(check.status == 0 && check.stderr.isEmpty, "\(check.stderr)")
  }

  @Test("Without a name the shell in use counts", arguments: shells)
  func used(_ shell: String) throws {
    let process = ParleyProcess().with { $0.environment["SHELL"] = "/usr/bin/\(shell)" }
    #expect(try process.run("completions").output == ParleyProcess().run("completions", shell).output)
  }

  @Test(
    "bash completes commands and formats with it",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func bash() throws {
    let folder = try TemporaryFolder()
    try folder.write(try ParleyProcess().run("completions", "bash").output, to: "script")
    let ask = #"""
      source ./script
      COMP_WORDS=(parley "$@"); COMP_CWORD=$#; COMP_LINE="parley $*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      _parley parley "${@: -1}" "${@: -2:1}"; printf '%s\n' "${COMPREPLY[@]}"
      """#
    try folder.write(ask, to: "ask")
    let process = ParleyProcess(in: folder.path)
    #expect(try process.shell("bash ask neg").stdout.contains("negotiate"))
    #expect(try process.shell("bash ask value x.yaml --format js").stdout.contains("jsonl"))
    #expect(try process.shell("bash ask value scr").stdout == "script\n")
  }
}
