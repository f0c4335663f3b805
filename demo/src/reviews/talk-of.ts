import type { Kind } from '../catalogue/kind.ts';
import { CHILD } from './talk/child.ts';
import { EATEN } from './talk/eaten.ts';
import { GEAR } from './talk/gear.ts';
import { PET } from './talk/pet.ts';
import { PLAYED } from './talk/played.ts';
import { READ } from './talk/read.ts';
import { SKIN } from './talk/skin.ts';
import type { Talk } from './talk/talk.ts';
import { TECH_TALK } from './talk/tech.ts';
import { THINGS } from './talk/things.ts';
import { WORN } from './talk/worn.ts';

const TALKED: readonly (readonly [Talk, string])[] = [
  [TECH_TALK, 'headphones earbuds speaker keyboard mouse phone powerbank laptopstand camera tripod drill'],
  [
    GEAR,
    'tent sleepingbag backpack headlamp flask poles campstove helmet bikelight bikebell yogamat foamroller dumbbell kettlebell jumprope basketball racket bottle',
  ],
  [WORN, 'tshirt hoodie jacket dress sneaker boot tote wallet watch sunglasses beanie scarf'],
  [EATEN, 'coffeebag teatin chocolate oliveoil spicejar honey'],
  [SKIN, 'serum cream sunscreen soap lipstick perfume vitamins'],
  [READ, 'novel scifi cookbook fieldguide picturebook'],
  [PLAYED, 'boardgame puzzle ukulele harmonica'],
  [CHILD, 'blocks plush train babybottle onesie mobile stacker'],
  [PET, 'petbowl leash petbed cattree pettoy'],
];
const BY_KIND = new Map(TALKED.flatMap(([talk, kinds]) => kinds.split(' ').map((id) => [id, talk] as const)));

/** Most kinds are things. */
export const talkOf = (kind: Kind): Talk => BY_KIND.get(kind.id) ?? THINGS;
