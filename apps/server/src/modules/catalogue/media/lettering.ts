import type { default as Sharp } from 'sharp';
import { remember } from '../../../platform/remember.ts';

const letter = (text: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><text x="2" y="28" font-size="28" font-family="sans-serif">${text}</text></svg>`,
  );

/** Without fonts, every letter is drawn as the same box. */
async function hasFonts(sharp: typeof Sharp): Promise<boolean> {
  const [one, other] = await Promise.all(['W', 'i'].map((text) => sharp(letter(text)).raw().toBuffer()));
  return !one!.equals(other!);
}

/** Removes the lettering from drawings if this machine has no fonts, as many servers do not. */
export function createLettering(sharp: typeof Sharp): (svg: string) => Promise<string> {
  const known = remember(() => hasFonts(sharp), { forMs: Number.POSITIVE_INFINITY });
  return async (svg) =>
    svg.includes('<text') && !(await known()) ? svg.replace(/<text\b[^>]*>[^<]*<\/text>/g, '') : svg;
}
