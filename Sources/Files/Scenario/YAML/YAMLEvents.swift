import CYaml

/// libyaml's stream of events over bytes that outlive it.
final class YAMLEvents {
  struct Event {
    enum Kind {
      case documentStart, streamEnd
      case alias(String)
      case scalar(String, isPlain: Bool)
      case sequenceStart, mappingStart
      case sequenceEnd, mappingEnd
      case other
    }

    /// How a value is written.
    enum Style {
      case plain, singleQuoted, doubleQuoted
      /// A text introduced by `|` or `>`.
      case blockText
      /// A list or block of keys by indentation.
      case block
      /// A list in `[ ]` or keys in `{ }`.
      case flow
    }

    let kind: Kind
    /// In code points from the start.
    let offset: Int
    /// Right behind the last code point.
    let end: Int
    let style: Style
    let anchor: String?

    var isEnd: Bool {
      switch kind {
      case .sequenceEnd, .mappingEnd, .streamEnd: return true
      default: return false
      }
    }
  }

  // On the heap, because libyaml keeps a pointer to the parser inside the parser.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)

  /// The buffer must stay where it is as long as events are read.
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() throws -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let (kind, anchor) = YAMLEvents.read(event)
    return Event(
      kind: kind, offset: Int(event.start_mark.index), end: Int(event.end_mark.index),
      style: YAMLEvents.style(of: event), anchor: anchor)
  }

  private static func read(_ event: yaml_event_t) -> (Event.Kind, anchor: String?) {
    switch event.type {
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return (.streamEnd, nil)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_ALIAS_EVENT: return (.alias(text(event.data.alias.anchor) ?? ""), nil)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      return (
        .scalar(String(decoding: value, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        text(scalar.anchor)
      )
    case YAML_SEQUENCE_START_EVENT: return (.sequenceStart, text(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT: return (.mappingStart, text(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil)
    default: return (.other, nil)
    }
  }

  private static func style(of event: yaml_event_t) -> Event.Style {
    switch event.type {
    case YAML_SCALAR_EVENT:
      switch event.data.scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: return .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: return .blockText
      default: return .plain
      }
    case YAML_SEQUENCE_START_EVENT:
      return event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
    case YAML_MAPPING_START_EVENT:
      return event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
    default: return .plain
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func failure() -> YAMLComposer.Failure {
    let state = parser.pointee
    if state.error == YAML_READER_ERROR { return .badByte(offset: Int(state.problem_offset)) }
    return .syntax(
      problem: state.problem.map { String(cString: $0) } ?? "", offset: Int(state.problem_mark.index),
      contextOffset: state.context == nil ? nil : Int(state.context_mark.index))
  }
}
