import { remember } from '../../../platform/remember.ts';
import { loadSharp } from '../media/index.ts';
import { mark, paper } from './mark.ts';

interface Icon {
  readonly size: number;
  /** The mark's share of the width. */
  readonly share: number;
  /** The radius of the corners, as a share of the width. Systems cut icons without one into their own form. */
  readonly corners: number;
}

/** Systems may cut everything outside the inner 80 % of a maskable icon. */
const icons = {
  favicon: { size: 32, share: 0.82, corners: 0.2 },
  'apple-touch-icon': { size: 180, share: 0.64, corners: 0 },
  '192': { size: 192, share: 0.72, corners: 0.2 },
  '512': { size: 512, share: 0.72, corners: 0.2 },
  'maskable-512': { size: 512, share: 0.5, corners: 0 },
} satisfies Record<string, Icon>;

type IconName = keyof typeof icons;

function drawIcon({ size, share, corners }: Icon): string {
  const scale = (size * share) / 32;
  const edge = (size * (1 - share)) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" rx="${size * corners}" fill="${paper}"/><g transform="translate(${edge} ${edge}) scale(${scale})">${mark}</g></svg>`;
}

async function renderIcon(name: IconName): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(drawIcon(icons[name])))
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const names = Object.keys(icons) as IconName[];
const rendered = new Map(
  names.map((name) => [name, remember(() => renderIcon(name), { forMs: Number.POSITIVE_INFINITY })]),
);

/** Returns the icon as a PNG. It is rendered once. */
export const readIcon = (name: IconName): Promise<Buffer> => rendered.get(name)!();

/** Puts a PNG of 32 by 32 into the container of `favicon.ico`, which all browsers accept. */
export function inIco(png: Buffer): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(32, 6);
  header.writeUInt8(32, 7);
  header.writeUInt16LE(1, 10); // planes
  header.writeUInt16LE(32, 12); // bits per pixel
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
