/** `1 product`, `1,240 products`. @param plural for a noun that does not just get an s */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}

/** `Mugs`, `Mugs and Pans`, `Mugs, Pans and 4 more`. @param most how many names are said */
export function listOf(names: readonly string[], most = 3): string {
  const said = names.length > most ? names.slice(0, most - 1) : names;
  const last = names.length > most ? `${names.length - said.length} more` : undefined;
  const all = last === undefined ? said : [...said, last];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
