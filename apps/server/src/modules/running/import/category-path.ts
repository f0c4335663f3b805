import { createHash } from 'node:crypto';
import { isScript, toOneLine, toPlainText } from './plain-text.ts';

export interface CategoryNode {
  slug: string;
  parentSlug: string | null;
  name: string;
}

const deepest = 6;
const longestName = 60;

/**
 * Returns the path from the root down. The 2018 dump appends feature sentences and broken markup to its paths, so a path ends before the
 * first name that is too long or ends like a sentence. A repeated category is left out, because a category does not contain itself.
 */
export function toCategoryPath(
  written: readonly string[],
  onAltered: (reason: string, name: string) => void = () => undefined,
): CategoryNode[] {
  const path: CategoryNode[] = [];
  for (const text of splitPath(written)) {
    const name = toOneLine(text, 1000);
    if (name === '') break;
    if (name.length > longestName || /[.!?:;]$/.test(name) || isScript(name)) {
      onAltered('contains a sentence, which is not a category: the path ends before it', name);
      break;
    }
    if (path.length === deepest) {
      onAltered(`deeper than ${deepest} categories: the path ends there`, name);
      break;
    }
    const parent = path.at(-1) ?? null;
    if (parent?.name.toLowerCase() === name.toLowerCase()) continue;
    const part = toSlug(name);
    path.push({
      slug: parent === null ? part : `${parent.slug}/${part}`,
      parentSlug: parent?.slug ?? null,
      name,
    });
  }
  return path;
}

/** A single text may contain the whole path: `Toys & Games > Puzzles`. */
function splitPath(written: readonly string[]): readonly string[] {
  const [only] = written;
  return written.length === 1 ? toPlainText(only!).split(/\s*(?:>{1,3}|[›»→|])\s*/) : written;
}

/** Turns `Home & Kitchen` into `home-kitchen`. The slug of a name without Latin letters and digits is made from its hash. */
function toSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? `c-${createHash('sha256').update(name).digest('hex').slice(0, 8)}` : slug;
}
