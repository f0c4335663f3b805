/** @file Text for people, out of what data sets have there: no markup, entities resolved, nothing invisible that acts. */
import { decodeHTMLStrict } from 'entities';

/** Called with the reason for each thing that was taken out of a text or changed in it, beyond the way it is written down. */
export type OnAltered = (reason: string) => void;

/** Control characters, which a terminal may obey, and overrides of the direction, which reach beyond their text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
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

/** One line: titles, names. */
export function toOneLine(value: string, longest: number, onAltered?: OnAltered): string {
  const text = toPlainText(value, onAltered).replace(/\s+/g, ' ');
  if (text.length <= longest) return text;
  onAltered?.(`longer than ${longest} characters: cut`);
  return cut(text, longest).trimEnd();
}

/** Not between the two halves of a character. */
export function cut(text: string, longest: number): string {
  const half = /[\ud800-\udbff]$/;
  return text.slice(0, longest).replace(half, '');
}

/** What a scraper took for text: the dumps have it as titles, names and features. */
export const isScript = (text: string): boolean =>
  /^\s*(?:(?:var|let|const) [\w$]+ ?=[^=]|\(?function ?[\w$]* ?\(|(?:window|document|jQuery|P)\.[\w$.]+ ?[=(]|\$\((?:['"]|document|window|function))/.test(
    text,
  ) || /^\s*[.#@][\w-]+[^{}]{0,200}\{[^{}]{0,2000}:[^{}]{0,2000}\}/.test(text);

/** Of `[[VIDEOID:...]]` nothing is left, of `[[ASIN:B000000000 A name]]` the name. */
const withoutWidgets = (text: string): string =>
  text
    .replace(/\[\[[A-Z][A-Z_ ]{1,30}:\s*[\w-]*\s*((?:[^[\]]|\[[^[\]]*\])*)\]\]/g, '$1')
    .replace(/ {2,}/g, ' ');

/** Twice where a writer has escaped what was escaped: `&amp;eacute;`. */
function resolveEntities(text: string): string {
  const once = decode(text);
  return once !== text && once.includes('&') ? decode(once) : once;
}

/** A space that does not break is one for the layout of the page that the text is from. */
const decode = (text: string): string => decodeHTMLStrict(text.replace(/&(?:nbsp|#160|#xa0);/gi, ' '));

const tagStart = /<(\/?)([a-z!][a-z\d]*)/iy;
const breaksLine = /^(?:br|\/(?:p|li|div|h\d))$/;

/** One pass, however many tags never end: a search for an end that was in vain is not repeated. */
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
