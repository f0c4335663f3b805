import { editDistance } from '../../../platform/edit-distance.ts';

const mostSuggested = 3;

/** Returns the names that contain the word or differ from it by a few letters, the most similar first. */
export function nearestWords(word: string, known: readonly string[]): string[] {
  const wanted = word.toLowerCase();
  return known
    .map((name) => ({ name, far: distance(wanted, name.toLowerCase()) }))
    .filter(({ far }) => far <= Math.max(2, wanted.length * 0.45))
    .sort((a, b) => a.far - b.far)
    .slice(0, mostSuggested)
    .map(({ name }) => name);
}

/** A part of a name counts as nearly the same as the name. */
function distance(wanted: string, name: string): number {
  if (wanted.length >= 3 && name.includes(wanted)) return 1;
  const parts = name.split('_').map((part) => 1 + editDistance(wanted, part));
  return Math.min(editDistance(wanted, name), ...parts);
}
