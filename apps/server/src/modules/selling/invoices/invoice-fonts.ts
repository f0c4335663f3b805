/** @file Chooses the font for each part of a text: Inter if it has the letters, UnifontEX for every other script. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { charactersOf, unpackWoff } from './woff-font.ts';

export type Weight = 'bold' | 'regular';

export interface Font {
  readonly name: string;
  readonly file: Buffer;
  readonly characters: ReadonlySet<number>;
}

export interface TextRun {
  readonly font: Font;
  readonly text: string;
}

/** The fonts for a document's texts, in the order in which they are tried for a letter. */
export type InvoiceFonts = Readonly<Record<Weight, readonly Font[]>>;

const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const weights: Readonly<Record<Weight, number>> = { regular: 400, bold: 600 };
const { resolve } = createRequire(import.meta.url);
const loaded = new Map<string, Promise<Font>>();

function load(name: string, address: string): Promise<Font> {
  const known = loaded.get(address);
  if (known) return known;
  const font = readFile(resolve(address)).then((woff) => {
    const file = unpackWoff(woff);
    return { name, file, characters: charactersOf(file) };
  });
  loaded.set(address, font);
  return font;
}

function interFonts(weight: Weight): Promise<Font[]> {
  return Promise.all(
    subsets.map((subset) => {
      const name = `inter-${subset}-${weights[weight]}-normal`;
      return load(name, `@fontsource/inter/files/${name}.woff`);
    }),
  );
}

/** Loads the fonts that `texts` need. It loads the large one (13 MB) only for letters that Inter does not have. */
export async function loadFonts(texts: Iterable<string>): Promise<InvoiceFonts> {
  const [regular, bold] = await Promise.all([interFonts('regular'), interFonts('bold')]);
  const hasAll = [...texts].every((text) =>
    [...printable(text)].every((letter) => regular.some((font) => hasLetter(font, letter))),
  );
  if (hasAll) return { regular, bold };
  const rest = await load('unifontex', '@fontsource/unifontex/files/unifontex-latin-400-normal.woff');
  return { regular: [...regular, rest], bold: [...bold, rest] };
}

function hasLetter({ characters }: Font, letter: string): boolean {
  return characters.has(letter.codePointAt(0)!);
}

/** Removes invisible characters: joiners, direction marks, control characters. */
function printable(text: string): string {
  return text.normalize('NFC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '');
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

function byNumber(letter: string): string {
  return `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Prints a letter that no font has as its number, `[U+1F9FF]`, so that no part of a name is silently lost. */
export function textRuns(fonts: InvoiceFonts, weight: Weight, text: string): TextRun[] {
  const runs: { font: Font; text: string }[] = [];
  for (const letter of printable(text)) {
    const last = runs.at(-1);
    const font = last && letter === ' ' ? last.font : fonts[weight].find((one) => hasLetter(one, letter));
    const part = font ? letter : byNumber(letter);
    if (last && last.font === (font ?? fonts[weight][0])) last.text += part;
    else runs.push({ font: font ?? fonts[weight][0]!, text: part });
  }
  // The words of a run are printed from left to right, whatever the script.
  return runs.map(({ font, text: part }) => ({
    font,
    text: rightToLeft.test(part) ? part.split(' ').reverse().join(' ') : part,
  }));
}
