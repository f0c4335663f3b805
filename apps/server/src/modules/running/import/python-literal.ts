/**
 * @file Reads the output of Python's `repr`: lines of the oldest Amazon dumps, and lists and dicts that pandas put into CSV cells.
 * It also understands JSON's words (`null`, `true`, `NaN`). It executes nothing.
 */

const deepest = 64;
const words: Record<string, unknown> = {
  None: null,
  null: null,
  True: true,
  true: true,
  False: false,
  false: false,
  nan: null,
  NaN: null,
  inf: Number.POSITIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
};
const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '/': '/',
  '\n': '',
};
const hexLengths: Record<string, number> = { x: 2, u: 4, U: 8 };

export function parsePythonLiteral(text: string): unknown {
  const parser = new PythonLiteralParser(text);
  const value = parser.readValue(0);
  parser.expectEnd();
  return value;
}

class PythonLiteralParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readValue(depth: number): unknown {
    if (depth > deepest) this.#fail('nested too deeply');
    this.#skipSpace();
    const first = this.#text.charAt(this.#at);
    if (first === '{') return this.#readDict(depth);
    if (first === '[') return this.#readItems(']', depth);
    if (first === '(') return this.#readItems(')', depth);
    if (first === "'" || first === '"') return this.#readString();
    if (/[-+.\d]/.test(first)) return this.#readNumber();
    return this.#readWord(depth);
  }

  expectEnd(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('something follows the value');
  }

  #readDict(depth: number): Record<string, unknown> {
    // Without a prototype, a key such as __proto__ is an ordinary key.
    const dict: Record<string, unknown> = Object.create(null);
    this.#at++;
    while (!this.#takes('}')) {
      const key = this.readValue(depth + 1);
      if (!this.#takes(':')) this.#fail('expected ":" after a key');
      const name = String(key);
      if (name in dict) this.#fail(`the key ${JSON.stringify(name.slice(0, 60))} occurs twice`);
      dict[name] = this.readValue(depth + 1);
      if (!this.#takes(',') && this.#peek() !== '}') this.#fail('expected "," or "}"');
    }
    return dict;
  }

  /** A comma is optional, because numpy prints arrays without commas. */
  #readItems(end: string, depth: number): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    while (!this.#takes(end)) {
      items.push(this.readValue(depth + 1));
      this.#takes(',');
    }
    return items;
  }

  #readString(): string {
    const quote = this.#text.charAt(this.#at++);
    let value = '';
    for (;;) {
      let end = this.#at;
      while (end < this.#text.length && this.#text[end] !== quote && this.#text[end] !== '\\') end++;
      if (end >= this.#text.length) this.#fail('a text has no end');
      const piece = this.#text.slice(this.#at, end);
      if (piece.includes('\0')) this.#fail('a text holds a NUL character');
      value += piece;
      this.#at = end + 1;
      if (this.#text[end] === quote) return value;
      value += this.#readEscape();
    }
  }

  #readEscape(): string {
    const letter = this.#text.charAt(this.#at++);
    const length = hexLengths[letter];
    if (length === undefined) return escapes[letter] ?? `\\${letter}`;
    const digits = this.#text.slice(this.#at, this.#at + length);
    const code = /^[\da-f]+$/i.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
    if (code < 0 || code > 0x10ffff) this.#fail(`"\\${letter}" needs ${length} hexadecimal digits`);
    this.#at += length;
    return String.fromCodePoint(code);
  }

  #readNumber(): number {
    const match = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(
      this.#text.slice(this.#at, this.#at + 40),
    );
    if (match === null) return this.#readInfinity();
    this.#at += match[0].length;
    return Number(match[0].replaceAll('_', ''));
  }

  /** Reads Python's `-inf` and the `-Infinity` of its JSON. */
  #readInfinity(): number {
    const match = /^([-+])(?:Infinity|inf)\b/.exec(this.#text.slice(this.#at, this.#at + 10));
    if (match === null) return this.#fail('expected a number');
    this.#at += match[0].length;
    return match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }

  #readWord(depth: number): unknown {
    const word = /^[A-Za-z_.\d]+/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0] ?? '';
    const next = this.#text.charAt(this.#at + word.length);
    if ((word === 'u' || word === 'b') && (next === "'" || next === '"')) {
      this.#at += 1;
      return this.#readString();
    }
    if (Object.hasOwn(words, word)) {
      this.#at += word.length;
      return words[word];
    }
    if ((word === 'array' || word === 'np.array') && next === '(') return this.#readNumpyArray(word, depth);
    return this.#fail(word === '' ? 'expected a value' : `"${word}" is not a value`);
  }

  /** `array([...], dtype=object)` */
  #readNumpyArray(word: string, depth: number): unknown {
    this.#at += word.length + 1;
    const value = this.readValue(depth + 1);
    const end = this.#text.indexOf(')', this.#at);
    if (end < 0) this.#fail('an array has no end');
    this.#at = end + 1;
    return value;
  }

  #peek(): string {
    this.#skipSpace();
    return this.#text.charAt(this.#at);
  }

  #takes(character: string): boolean {
    const found = this.#peek();
    if (found === '') this.#fail(`expected "${character}", found the end`);
    if (found !== character) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #fail(reason: string): never {
    throw new SyntaxError(`${reason} at character ${this.#at + 1}`);
  }
}
