import { describe, expect, it } from 'vitest';
import type { Kind } from '../catalogue/kind.ts';
import { KINDS } from '../catalogue/kinds/index.ts';
import { makeCatalogue } from '../catalogue/product.ts';
import { picturesOf } from '../catalogue/product-pictures.ts';
import { ARCHETYPES } from './archetypes.ts';
import { drawPicture } from './draw-picture.ts';

/** Throws unless every element of an XML text is closed in order and every attribute is quoted and unique. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*="[^"<&]*")*)\s*(\/?)>|([^<]+)|(<)/g;
  for (const [, closing, name, attributes, empty, text, stray] of xml.matchAll(tag)) {
    if (stray !== undefined) throw new Error('a tag that does not parse');
    if (text !== undefined) {
      if (/&(?!amp;|lt;|gt;)/.test(text)) throw new Error(`bare & in "${text}"`);
      continue;
    }
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const names = [...(attributes ?? '').matchAll(/\s([a-zA-Z][a-zA-Z0-9:-]*)=/g)].map((match) => match[1]);
    if (new Set(names).size !== names.length) throw new Error(`<${name}${attributes}> repeats an attribute`);
    if (empty !== '/') open.push(name!);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
}

describe('drawPicture', () => {
  it('draws every archetype in every form and view as sound, self-contained XML', () => {
    for (const name of ARCHETYPES.keys()) {
      for (const form of [0, 1, 2, 3, 4]) {
        for (const view of form === 0 ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [0]) {
          const svg = drawPicture(`${name}.c8553d.f2e3d5.${form}.${form * 977 + view}.9.${view}`)!;
          assertWellFormed(svg);
          const starts = svg.startsWith(
            '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800">',
          );
          const unsafe = /NaN|undefined|Infinity|<script|href|javascript|<image|foreignObject/i.exec(svg);
          if (!starts || unsafe !== null || svg.length > 160_000)
            throw new Error(`${name} ${form} ${view}: ${unsafe}`);
        }
      }
    }
  }, 60_000);

  it('draws every picture that the catalogue names', () => {
    const urls = makeCatalogue(300, 5).flatMap((product) => picturesOf(product).map((image) => image.hi_res));
    for (const url of urls.slice(0, 400)) {
      const spec = /^\/media\/drawn\/([a-z0-9.]+)\.svg$/.exec(url)![1]!;
      expect(drawPicture(spec), url).toContain('</svg>');
    }
  });

  it('knows a picture for every kind of product, and more than seventy in all', () => {
    expect(KINDS.filter((kind) => !ARCHETYPES.has(kind.picture))).toEqual([]);
    expect(ARCHETYPES.size).toBeGreaterThan(70);
  });

  it('is pure: the same spec gives the same picture, another seed or colour another', () => {
    const mug = drawPicture('mug.c8553d.f2e3d5.3.17.0.0');
    expect(drawPicture('mug.c8553d.f2e3d5.3.17.0.0')).toBe(mug);
    expect(drawPicture('mug.c8553d.f2e3d5.3.18.0.0')).not.toBe(mug);
    expect(drawPicture('mug.3d4f7c.f2e3d5.3.17.0.0')).not.toBe(mug);
  });

  it('shows the same thing in different homes', () => {
    const homes = [5, 6, 7, 8, 9].map((view) => drawPicture(`mug.c8553d.f2e3d5.3.17.0.${view}`));
    expect(new Set(homes).size).toBe(5);
    const other = drawPicture('mug.3d4f7c.f2e3d5.3.17.0.5');
    expect(homes).not.toContain(other);
  });

  it('shows the colour of the title in each shape', () => {
    const paints = (kind: Kind, form: number, main: string): string[] =>
      drawPicture(`${kind.picture}.${main}.f1ede4.${form}.10.3.0`)!.match(/#[0-9a-f]{6}/g)!;
    const colourless = KINDS.filter((kind) => !kind.publisher).flatMap((kind) =>
      kind.nouns.filter((_, form) => {
        const blue = paints(kind, form, '3d4f9c');
        return paints(kind, form, 'c94a3d').every((paint, place) => paint === blue[place]);
      }),
    );
    expect(colourless).toEqual([]);
  });

  it('shows as many pieces as the title of a set says', () => {
    const sets = makeCatalogue(1500, 5).filter((product) => /Set of \d/.test(product.title));
    expect(sets.length).toBeGreaterThan(10);
    for (const product of sets) {
      const [, pieces] = /Set of (\d+)/.exec(product.title)!;
      expect(picturesOf(product)[0]!.large, product.title).toMatch(new RegExp(`\\.${pieces}\\.svg$`));
    }
    const shapes = (pieces: number, name: string): number =>
      drawPicture(`${name}.4867b0.f2e3d5.0.4.3.0.${pieces}`)!.match(/<(path|ellipse|rect)/g)!.length;
    for (const name of ['glass', 'plates', 'pencils', 'screwdriver', 'stacker'])
      expect([name, shapes(6, name) - shapes(4, name)]).toEqual([name, shapes(4, name) - shapes(2, name)]);
  });

  it('rejects anything that is not exactly a spec', () => {
    const good = 'mug.c8553d.f2e3d5.3.17.0.0';
    const junk = [
      '',
      'mug',
      `${good}.svg`,
      `${good}.0`,
      `${good}.100`,
      `${good}.4.4`,
      ` ${good}`,
      `${good}\n`,
      '../../etc/passwd',
      '../mug.c8553d.f2e3d5.3.17.0.0',
      'mug.c8553d.f2e3d5.3.17.0.10.4.4',
      'mug.c8553d.f2e3d5.3.017.0.0',
      'mug.c8553d.f2e3d5.3.100000.0.0',
      'mug.c8553d.f2e3d5.3.-1.0.0',
      'mug.C8553D.f2e3d5.3.17.0.0',
      'mug.c8553.f2e3d5.3.17.0.0',
      'mug."><script>.f2e3d5.3.17.0.0',
      'unicorn.c8553d.f2e3d5.3.17.0.0',
      'constructor.c8553d.f2e3d5.3.17.0.0',
      'mug.c8553d.f2e3d5.3.17.0.0'.repeat(2000),
      'mug%2ec8553d.f2e3d5.3.17.0.0',
      '<svg onload=alert(1)>',
    ];
    for (const spec of junk) expect(drawPicture(spec), spec.slice(0, 60)).toBeUndefined();
    expect(drawPicture(undefined as unknown as string)).toBeUndefined();
  });

  it('survives brands that do not exist', () => {
    expect(drawPicture('mug.c8553d.f2e3d5.9.99999.99.2')).toContain('</svg>');
  });
});
