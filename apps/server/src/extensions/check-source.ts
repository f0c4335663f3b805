import { ConfigError } from '../config/config.ts';
import type { ExtensionSource } from '../extension.ts';

const word = /^[a-z][a-z0-9-]{0,59}$/;
const slots: readonly unknown[] = ['home', 'product', 'cart', 'trending'];
const places: readonly unknown[] = ['in-turn', 'below'];

/** The names of the shop's own sources. */
export const ownSources = ['model', 'session', 'similar', 'category', 'trending', 'popular'];

/** @throws ConfigError that names the field */
export function checkSource(extension: string, source: Partial<ExtensionSource>): void {
  const rules: [isKept: boolean, field: string, rule: string][] = [
    [word.test(source.name ?? ''), 'name', 'a word of small letters, digits and dashes'],
    [
      Array.isArray(source.slots) &&
        source.slots.length > 0 &&
        source.slots.every((one) => slots.includes(one)),
      'slots',
      `a list of ${slots.join(', ')}`,
    ],
    [places.includes(source.place), 'place', `one of ${places.join(', ')}`],
    [word.test(source.reason?.code ?? ''), 'reason.code', 'a word of small letters, digits and dashes'],
    [(source.reason?.text ?? '') !== '', 'reason.text', 'words for people'],
    [typeof source.candidates === 'function', 'candidates', 'a function'],
  ];
  for (const [isKept, field, rule] of rules)
    if (!isKept)
      throw new ConfigError(
        `“${field}” of the source ${source.name ?? 'without a name'} of the extension ${extension} has to be ${rule}.`,
      );
}
