/** Whether `word` begins with `typed`, or with something that one letter makes it: another, one more, one less, two swapped. */
export function beginsLike(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  if (typed.length < 3) return false;
  let same = 0;
  while (same < typed.length && word[same] === typed[same]) same++;
  const rest = typed.slice(same);
  const other = word.slice(same);
  return (
    other.slice(1).startsWith(rest.slice(1)) ||
    other.slice(1).startsWith(rest) ||
    other.startsWith(rest.slice(1)) ||
    (rest.length > 1 && other.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`))
  );
}
