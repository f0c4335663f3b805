/** @file Turns the texts of data sets into plain text: without markup and control characters, with entities resolved. */
import { decodeHTMLStrict } from 'entities';

/** Called with the reason for each change of a text's content; resolving entities does not count. */
export type OnAltered = (reason: string) => void;

/** Control characters, which a terminal may execute, and direction overrides, which affect the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression removes them.
const invisible = /[\0-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;

export function toPlainText(value: string, onAltered: OnAltered = () => undefined): string {
  let text = value;
  const change = (changed: string, reason: string) => {
    if (changed !== text) onAltered(reason);
    text = changed;
  };
  if (text.includes('<')) change(stripMarkup(text), 'markup taken out');
  if (text.includes('&')) text = resolveEntities(text);
  if (text.includes('[[')) change(withoutWidgets(text), 'marker of a widget taken out');
  change(text.replace(invisible, ''), 'control characters taken out');
  if (!text.isWellFormed()) change(text.toWellFormed(), 'half a character replaced');
  return text.trim();
}

/** Returns one line, for titles and names. */
export function toOneLine(value: string, longest: number, onAltered?: OnAltered): string {
  const text = toPlainText(value, onAltered).replace(/\s+/g, ' ');
  if (text.length <= longest) return text;
  onAltered?.(`longer than ${longest} characters: cut`);
  return cut(text, longest).trimEnd();
}

/** Cuts a text, but not between the two halves of a surrogate pair. */
export function cut(text: string, longest: number): string {
  const half = /[\ud800-\udbff]$/;
  return text.slice(0, longest).replace(half, '');
}

/** Scripts and style sheets that a scraper took for text. The dumps have them as titles, names and features. */
export const isScript = (text: string): boolean =>
  /^\s*(?:(?:var|let|const) [\w$]+ ?=[^=]|\(?function ?[\w$]* ?\(|(?:window|document|jQuery|P)\.[\w$.]+ ?[=(]|\$\((?:['"]|document|window|function))/.test(
    text,
  ) || /^\s*[.#@][\w-]+[^{}]{0,200}\{[^{}]{0,2000}:[^{}]{0,2000}\}/.test(text);

/** Removes `[[VIDEOID:...]]`, and keeps only the name of `[[ASIN:B000000000 A name]]`. */
const withoutWidgets = (text: string): string =>
  text
    .replace(/\[\[[A-Z][A-Z_ ]{1,30}:\s*[\w-]*\s*((?:[^[\]]|\[[^[\]]*\])*)\]\]/g, '$1')
    .replace(/ {2,}/g, ' ');

/** Resolves twice if a writer escaped a text twice: `&amp;eacute;`. */
function resolveEntities(text: string): string {
  const once = decode(text);
  return once !== text && once.includes('&') ? decode(once) : once;
}

/** Turns non-breaking spaces into plain ones, because they only served the layout of the original page. */
const decode = (text: string): string => decodeHTMLStrict(text.replace(/&(?:nbsp|#160|#xa0);/gi, ' '));

const tagStart = /<(\/?)([a-z!][a-z\d]*)/iy;
const breaksLine = /^(?:br|\/(?:p|li|div|h\d))$/;

/** Takes one pass, however many tags never end: after one unsuccessful search for an end, it does not search again. */
function stripMarkup(text: string): string {
  let plain = '';
  let at = 0;
  const endless = new Set<string>();
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    tagStart.lastIndex = open;
    const tag = tagStart.exec(text);
    const end = tag === null ? open : text.indexOf('>', tagStart.lastIndex);
    if (end < 0) break;
    if (tag === null) {
      plain += text.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    plain += text.slice(at, open);
    at = end + 1;
    const name = `${tag[1]}${tag[2]!.toLowerCase()}`;
    if (breaksLine.test(name)) plain += '\n';
    if ((name !== 'script' && name !== 'style') || endless.has(name)) continue;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = at;
    if (closing.test(text)) {
      plain += ' ';
      at = closing.lastIndex;
    } else endless.add(name);
  }
  return (plain + text.slice(at)).replace(/[^\S\n]+/g, ' ').replace(/ *\n\s*/g, '\n');
}
