/** @file Numbers of things as a short text, in their order: some two bytes each, for cursors that name what was shown. */

const largestId = 2_147_483_647;

/** Each as its distance from the one before: the sign in the lowest bit, seven bits a byte. */
export function encodeIds(ids: Iterable<number>): string {
  const bytes: number[] = [];
  let before = 0;
  for (const id of ids) {
    const gap = id - before;
    let left = gap < 0 ? -2 * gap - 1 : 2 * gap;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) + 0x80);
    bytes.push(left);
    before = id;
  }
  return Buffer.from(bytes).toString('base64url');
}

/** Undefined: `encodeIds` did not write it. */
export function decodeIds(text: string): number[] | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const ids: number[] = [];
  let id = 0;
  let left = 0;
  let unit = 1;
  for (const byte of Buffer.from(text, 'base64url')) {
    left += (byte % 0x80) * unit;
    if (left > 2 * largestId) return undefined;
    if (byte >= 0x80) {
      unit *= 0x80;
      if (unit > largestId * 2) return undefined;
      continue;
    }
    id += left % 2 === 0 ? left / 2 : -(left + 1) / 2;
    if (id < 1 || id > largestId) return undefined;
    ids.push(id);
    left = 0;
    unit = 1;
  }
  return unit === 1 ? ids : undefined;
}
