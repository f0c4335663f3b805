/** @file Unpacks WOFF 1.0 fonts, because the PDF library would unpack each table again for every letter. */
import { inflateSync } from 'node:zlib';

/** WOFF has the same tables, compressed, under another header: https://www.w3.org/TR/WOFF/ */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + count * 16);
  woff.copy(header, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 << power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - (16 << power), 10);
  const parts: Uint8Array[] = [header];
  let end = header.length;
  for (let index = 0; index < count; index++) {
    const entry = woff.subarray(44 + index * 20, 64 + index * 20);
    const offset = entry.readUInt32BE(4);
    const packed = woff.subarray(offset, offset + entry.readUInt32BE(8));
    const table = packed.length < entry.readUInt32BE(12) ? inflateSync(packed) : packed;
    const at = 12 + index * 16;
    entry.copy(header, at, 0, 4);
    entry.copy(header, at + 4, 16, 20);
    header.writeUInt32BE(end, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padding = -table.length & 3;
    parts.push(table, Buffer.alloc(padding));
    end += table.length + padding;
  }
  return Buffer.concat(parts);
}

/** Returns the characters of a font, from its table `cmap` (https://learn.microsoft.com/typography/opentype/spec/cmap). */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, 'cmap');
  const characters = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, characters);
    if (format === 12) addGroups(subtable, characters);
  }
  return characters;
}

function tableOf(font: Buffer, name: string): Buffer {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    const start = font.readUInt32BE(at + 8);
    if (font.toString('latin1', at, at + 4) === name)
      return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  throw new Error(`The font has no table ${name}`);
}

function addSegments(subtable: Buffer, characters: Set<number>): void {
  const size = subtable.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const last = subtable.readUInt16BE(14 + at);
    const first = subtable.readUInt16BE(16 + size + at);
    const delta = subtable.readUInt16BE(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const range = subtable.readUInt16BE(rangeAt);
    for (let character = first; character <= last && character < 0xffff; character++) {
      const glyph =
        range === 0
          ? (character + delta) & 0xffff
          : subtable.readUInt16BE(rangeAt + range + 2 * (character - first));
      if (glyph !== 0) characters.add(character);
    }
  }
}

function addGroups(subtable: Buffer, characters: Set<number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const at = 16 + group * 12;
    for (let one = subtable.readUInt32BE(at); one <= subtable.readUInt32BE(at + 4); one++)
      characters.add(one);
  }
}
