/** @file Reads the text of a PDF by pdfkit from its glyphs, with the tables that are used to copy text. */
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, { readonly head: string; readonly stream: string }>;

function objectsOf(pdf: Buffer): Objects {
  const objects = new Map<string, { head: string; stream: string }>();
  for (const part of pdf.toString('latin1').split(/\nendobj/)) {
    const start = /(\d+) 0 obj\n([\s\S]*)/.exec(part);
    if (!start) continue;
    const [head = '', packed = ''] = start[2]!.split(/\nstream\n/);
    const bytes = Buffer.from(packed.replace(/\nendstream[\s\S]*/, ''), 'latin1');
    const stream = head.includes('/FlateDecode')
      ? inflateSync(bytes).toString('latin1')
      : bytes.toString('latin1');
    objects.set(start[1]!, { head, stream });
  }
  return objects;
}

const textOfHex = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');

/** `<0001> <0005> [<0041> <0042> ...]` */
function lettersOf(cmap: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, first, , list] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g))
    [...list!.matchAll(/<([\w ]+)>/g)].forEach(([, hex], index) => {
      letters.set(Number.parseInt(first!, 16) + index, textOfHex(hex!));
    });
  return letters;
}

/** The lines of each page, in the order in which they are drawn; parts of a line in several fonts are joined. */
export function pdfPages(pdf: Buffer): string[][] {
  const objects = objectsOf(pdf);
  const object = (reference: string) => objects.get(reference)!;
  const cmaps = new Map<string, ReadonlyMap<number, string>>();
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const contents = object(/\/Contents (\d+)/.exec(head)![1]!).stream;
    const { head: resources } = object(/\/Resources (\d+)/.exec(head)![1]!);
    for (const [, name, reference] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+)/.exec(object(reference!).head);
      if (cmap) cmaps.set(name!, lettersOf(object(cmap[1]!).stream));
    }
    const lines: { at: string; text: string }[] = [];
    for (const [, block] of contents.matchAll(/BT\n([\s\S]*?)ET/g)) {
      const [, y] = /1 0 0 1 [\d.-]+ ([\d.-]+) Tm/.exec(block!)!;
      const letters = cmaps.get(/\/(F\d+)/.exec(block!)![1]!)!;
      const glyphs = [...block!.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => hex!).join('');
      const text = (glyphs.match(/.{4}/g) ?? [])
        .map((hex) => letters.get(Number.parseInt(hex, 16)) ?? '')
        .join('');
      const last = lines.at(-1);
      if (last?.at === y) last.text += text;
      else lines.push({ at: y!, text });
    }
    return lines.map(({ text }) => text);
  });
}
