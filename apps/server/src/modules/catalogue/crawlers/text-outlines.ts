/// <reference path="./fontkit.d.ts" />
/** @file Text as outlines, so that a picture with words looks the same on every machine, whichever fonts it has. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

export type Outliner = (text: string, size: number) => Outline | undefined;

export interface Outline {
  /** SVG. The text begins at 0, on the line y = 0. */
  readonly svg: string;
  readonly width: number;
}

const { resolve } = createRequire(import.meta.url);

/** Loads Inter in one weight. The outliner returns undefined for a text with letters that are not Latin. */
export async function loadOutliner(weight: 400 | 600): Promise<Outliner> {
  const { create } = await import('fontkit');
  const font = create(await readFile(resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`)));
  return (text, size) => outlineOf(font, text, size);
}

function outlineOf(font: Font, text: string, size: number): Outline | undefined {
  if ([...text].some((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)!))) return undefined;
  const { glyphs, positions, advanceWidth } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let x = 0;
  const paths = glyphs.map((glyph, index) => {
    const at = x;
    x += positions[index]!.xAdvance;
    return `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`;
  });
  return {
    svg: `<g transform="scale(${scale} ${-scale})">${paths.join('')}</g>`,
    width: advanceWidth * scale,
  };
}
