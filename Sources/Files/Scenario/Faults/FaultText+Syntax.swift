/// libyaml's complaints in our words.
extension FaultText {
  static func secondDocument() -> FaultText {
    FaultText(
      .yamlSyntax, "a second YAML document begins here", cure: "keep one scenario a file; remove the line ---"
    )
  }

  static func unknownAlias(_ name: String) -> FaultText {
    FaultText(
      .yamlSyntax, "nothing before this is called &\(name.prefix(40))",
      cure: "name a value with &\(name.prefix(40)) first, or put the text in quotes if it begins with a star")
  }

  static func controlCharacter() -> FaultText {
    FaultText(.yamlSyntax, "a control character stands here", cure: "delete it; it came from another program")
  }

  /// What libyaml's `problem` means to the person who wrote the file.
  static func syntax(_ problem: String, at scalar: Unicode.Scalar?) -> FaultText {
    let (message, cure) = sentences[problem] ?? fallback
    switch scalar {
    case "\t" where problem == cannotStart:
      return FaultText(.yamlSyntax, "a tab stands where YAML wants spaces", cure: "indent with spaces")
    case "@" where problem == cannotStart, "`" where problem == cannotStart, "%" where problem == cannotStart:
      return FaultText(
        .yamlSyntax, "a value cannot begin with \(scalar.map { String($0) } ?? "this")",
        cure: "put it in quotes")
    default: return FaultText(.yamlSyntax, message, cure: cure)
    }
  }

  private static let cannotStart = "found character that cannot start any token"

  private static let fallback = (
    "the YAML cannot be read from here on",
    "check the indentation, the colons and the brackets around this line"
  )

  private static let sentences: [String: (String, String)] = [
    "mapping values are not allowed in this context": (
      "a second colon on the line, or a line indented too far",
      "put a text that holds a colon in quotes, and align keys of one block"
    ),
    "mapping keys are not allowed in this context": (
      "a key cannot stand here", "put the key on its own line, aligned with its neighbours"
    ),
    "did not find expected key": (
      "a key was expected here",
      "align it with the keys above; a value with quotes inside needs quotes around all of it"
    ),
    "did not find expected '-' indicator": (
      "an item of the list above, or its end, was expected here",
      "begin list items with `- `, all in one column"
    ),
    "did not find expected ',' or '}'": (
      "the block opened by { goes on here without a comma, or never ends",
      "put , between its keys and } at its end"
    ),
    "did not find expected ',' or ']'": (
      "the list opened by [ goes on here without a comma, or never ends",
      "put , between its items and ] at its end; quote a path with brackets inside { }"
    ),
    "did not find expected node content": ("a value was expected here", "write a value, or remove the comma"),
    "could not find expected ':'": (
      "this line has no colon after its key", "write `key: value`, with a space after the colon"
    ),
    "block sequence entries are not allowed in this context": (
      "a list item cannot begin on this line", "begin the list on the line after its key"
    ),
    "found unexpected end of stream": ("the quoted text that begins here never ends", "close the quote"),
    "found unexpected document indicator": ("the quoted text that begins here never ends", "close the quote"),
    "found unknown escape character": (
      "a backslash in double quotes is followed by a letter that means nothing",
      "write \\\\ or use single quotes"
    ),
    "found undefined tag handle": ("a value cannot begin with !", "put it in quotes"),
    "did not find expected whitespace or line break": (
      "a blank is missing here", "put a space or a line end here"
    ),
    "did not find expected alphabetic or numeric character": (
      "a value cannot begin with * or &", "put it in quotes"
    ),
    "did not find expected <document start>": (
      "something stands before the scenario or after its end",
      "keep one block of keys from the first line to the last"
    ),
    "found character that cannot start any token": ("a value cannot begin like this", "put it in quotes"),
    "found a tab character that violates indentation": (
      "a tab stands where YAML wants spaces", "indent with spaces"
    ),
    "found a tab character where an indentation space is expected": (
      "a tab stands where YAML wants spaces", "indent with spaces"
    ),
  ]
}
