import { editDistance } from '../../edit-distance.ts';

/** Returns the same words for `firstName`, `name_first` and `First-Name`. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .sort()
    .join(' ');
}

/** True for `qty` and `quantity`: the first letter and some of the others in order. */
function isAbbreviation(short: string, name: string): boolean {
  if (short[0] !== name[0]) return false;
  let at = 0;
  for (const letter of name) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Returns the known name that the caller probably meant, or undefined if none is similar. */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length < 3 || wrong.length > 60) return undefined;
  const lower = wrong.toLowerCase();
  const words = wordsOf(wrong);
  const mostLetters = lower.length < 6 ? 1 : 2;
  return (
    known.find((name) => wordsOf(name) === words) ??
    known.find((name) => editDistance(lower, name.toLowerCase()) <= mostLetters) ??
    known.find((name) => isAbbreviation(lower, name.toLowerCase()))
  );
}
