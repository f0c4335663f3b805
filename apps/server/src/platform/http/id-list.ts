/** @file Encodes ids in order as a short text, about two bytes each, for cursors that list what was shown. */

const largestId = 2_147_483_647;

/** Encodes each id as its distance from the previous one: the sign in the lowest bit, seven bits per byte. */
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

/** Returns undefined if the text is not from `encodeIds`. */
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
