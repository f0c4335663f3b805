/** One message of a stream of server-sent events. */
export interface EventMessage {
  /** The id of this message, or of the last one before it that had an id. */
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

export interface EventStreamParser {
  /** Returns the messages that end in this piece of the stream. */
  push(bytes: Uint8Array): EventMessage[];
  /** How long the server asks readers to wait before they reconnect. */
  readonly retryMs: number | undefined;
}

/** Parses `text/event-stream` by the HTML standard, wherever it is cut into pieces. An incomplete message at the end does not count. */
export function createEventStreamParser(): EventStreamParser {
  // Removes a byte order mark, and joins characters that are cut between two pieces.
  const decoder = new TextDecoder();
  let line = '';
  let endedWithCr = false;
  let id = '';
  let event = '';
  let data: string[] = [];
  let retryMs: number | undefined;

  function field(name: string, value: string): void {
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) retryMs = Number(value);
  }

  function endLine(): EventMessage | undefined {
    const whole = line;
    line = '';
    if (whole !== '') {
      const colon = whole.indexOf(':');
      if (colon === -1) field(whole, '');
      else field(whole.slice(0, colon), whole.slice(colon + 1).replace(/^ /, ''));
      return undefined;
    }
    const message = { id, event: event === '' ? 'message' : event, data: data.join('\n') };
    const isMessage = data.length > 0;
    event = '';
    data = [];
    return isMessage ? message : undefined;
  }

  return {
    get retryMs() {
      return retryMs;
    },
    push(bytes) {
      const messages: EventMessage[] = [];
      let text = decoder.decode(bytes, { stream: true });
      if (text === '') return messages;
      // The second half of a line's end.
      if (endedWithCr && text.startsWith('\n')) text = text.slice(1);
      endedWithCr = text === '' ? false : text.endsWith('\r');
      const parts = text.split(/\r\n|\r|\n/);
      const rest = parts.pop()!;
      for (const part of parts) {
        line += part;
        const message = endLine();
        if (message) messages.push(message);
      }
      line += rest;
      return messages;
    },
  };
}
