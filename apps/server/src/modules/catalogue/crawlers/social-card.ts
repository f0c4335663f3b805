import type { Shop } from '@kindred/contracts';
import { remember } from '../../../platform/remember.ts';
import { loadSharp } from '../media/index.ts';
import { ink, inkMuted, mark, paper } from './mark.ts';
import { loadOutliner, type Outline, type Outliner } from './text-outlines.ts';

type Words = Pick<Shop, 'name' | 'tagline'>;

const width = 1_200;
const height = 630;
const edge = 96;
const room = width - 2 * edge;

const loadOutliners = remember(
  async () => {
    const [bold, regular] = await Promise.all([loadOutliner(600), loadOutliner(400)]);
    return { bold, regular };
  },
  { forMs: Number.POSITIVE_INFINITY },
);

/** Draws the picture for links to pages without a picture: the mark, the shop's name and its tagline. */
export async function drawSocialCard({ name, tagline }: Words): Promise<string> {
  const { bold, regular } = await loadOutliners();
  const title = fit(bold, name, 104);
  const lines = title ? (linesOf(regular, tagline, 44) ?? []) : [];
  const top = height / 2 + (title ? -40 - lines.length * 30 : 0);
  const placed = (outline: Outline, y: number, color: string) =>
    `<g transform="translate(${edge} ${y})" fill="${color}">${outline.svg}</g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>`,
    `<g transform="translate(${title ? edge : (width - 256) / 2} ${title ? top - 90 : (height - 256) / 2}) scale(${title ? 3 : 8})">${mark}</g>`,
    ...(title ? [placed(title, top + 130, ink)] : []),
    ...lines.map((line, index) => placed(line, top + 210 + index * 58, inkMuted)),
    '</svg>',
  ].join('');
}

/** One line, smaller if it is long. */
function fit(outline: Outliner, text: string, size: number): Outline | undefined {
  const line = outline(text, size);
  if (line === undefined || line.width <= room) return line;
  return outline(text, (size * room) / line.width);
}

/** Lines that are full of words. */
function linesOf(outline: Outliner, text: string, size: number): Outline[] | undefined {
  const lines: Outline[] = [];
  let words = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = words === '' ? word : `${words} ${word}`;
    const line = outline(longer, size);
    if (line === undefined) return undefined;
    if (words !== '' && line.width > room) {
      lines.push(outline(words, size)!);
      words = word;
    } else words = longer;
  }
  const last = words === '' ? undefined : fit(outline, words, size);
  return last ? [...lines, last] : lines;
}

/** Renders the card as a PNG, and keeps the one of the present name. */
export function createSocialCard(): (words: Words) => Promise<Buffer> {
  let kept: { readonly text: string; readonly picture: Promise<Buffer> } | undefined;
  async function render(words: Words): Promise<Buffer> {
    const sharp = await loadSharp();
    return sharp(Buffer.from(await drawSocialCard(words)))
      .png({ palette: true })
      .toBuffer();
  }
  return ({ name, tagline }) => {
    const text = JSON.stringify([name, tagline]);
    if (kept?.text !== text) {
      const picture = render({ name, tagline });
      kept = { text, picture };
      picture.catch(() => {
        kept = undefined;
      });
    }
    return kept.picture;
  };
}
