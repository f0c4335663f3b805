import type { Kind } from '../kind.ts';
import { BEAUTY } from './beauty.ts';
import { CLOTHING } from './clothing.ts';
import { GARDEN } from './garden.ts';
import { HOME } from './home.ts';
import { KITCHEN } from './kitchen.ts';
import { OUTDOORS } from './outdoors.ts';
import { PANTRY } from './pantry.ts';
import { PAPER } from './paper.ts';
import { PETS } from './pets.ts';
import { SPORTS } from './sports.ts';
import { TECH } from './tech.ts';
import { TOYS } from './toys.ts';

export const KINDS: readonly Kind[] = [
  ...KITCHEN,
  ...HOME,
  ...GARDEN,
  ...TECH,
  ...CLOTHING,
  ...SPORTS,
  ...OUTDOORS,
  ...BEAUTY,
  ...PAPER,
  ...TOYS,
  ...PETS,
  ...PANTRY,
];

const PLACE = new Map(KINDS.map((entry, index) => [entry.id, index]));

export function kindIndex(id: string): number {
  const index = PLACE.get(id);
  if (index === undefined) throw new Error(`No kind is called "${id}".`);
  return index;
}
