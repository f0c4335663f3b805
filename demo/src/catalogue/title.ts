import type { Random } from '../random.ts';
import type { Brand } from './brands.ts';
import type { Kind } from './kind.ts';
import { SERIES } from './series.ts';

export interface TitleParts {
  kind: Kind;
  brand: Brand;
  noun: string;
  material: string;
  /** Its colour is the name of a flavour, a scent or a shade. */
  isFlavoured: boolean;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `crowded`: such titles exist already, so that it needs the name of a product line. */
export function titleFrame(
  { kind, brand, noun, material, isFlavoured }: TitleParts,
  rng: Random,
  crowded: boolean,
): string {
  const line = crowded || rng.chance(0.55) ? `${rng.pick(SERIES[brand.style])} ` : '';
  const name = `${brand.name} ${line}`;
  if (isFlavoured) {
    if (kind.flavourWord === 'Shade') return `${name}${noun}, {color}, {size}`;
    return rng.chance(0.5) ? `${name}${noun}, {color}, {size}` : `${name}{color} ${noun}, {size}`;
  }
  const shape = rng.next();
  if (shape < 0.5) return `${name}${noun}, {size}, {color}`;
  if (shape < 0.75) return `${name}${noun}, {color}, {size}`;
  if (shape < 0.88) return `${name}${noun} in {color}, {size}`;
  return `${name}${noun}, ${capital(material)}, {size}, {color}`;
}

export const fillTitle = (frame: string, { size, color }: { size: string; color: string }): string =>
  frame.replace('{size}', size).replace('{color}', color);
