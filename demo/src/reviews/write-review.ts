/** @file The words of one review, which fit its rating, its product and how much its author likes to write. */
import type { Product } from '../catalogue/product.ts';
import type { Random } from '../random.ts';
import { MISSIONS } from '../shoppers/missions.ts';
import type { Purchase } from '../shoppers/shop.ts';
import { AT_LEAST, BUT, WHEN, WHO } from './frames.ts';
import { sentencesOf } from './sentences.ts';

export interface ReviewWords {
  title: string;
  text: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string =>
  /^I\b|^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const MISSION_WORDS = new Map([
  ['coffee at home', 'coffee'],
  ['tea time', 'tea'],
  ['friends for dinner', 'having people over'],
  ['cosy evenings', 'cosy evenings'],
  ['a new living room', 'doing up the living room'],
  ['workshop', 'DIY'],
  ['desk setup', 'working from home'],
  ['letters and lists', 'journaling'],
  ['sound on the go', 'music on the go'],
  ['everyday wardrobe', 'a simpler wardrobe'],
  ['winter', 'winter walks'],
  ['strength', 'strength training'],
  ['courts', 'sport'],
  ['trail weekend', 'hiking'],
  ['by bike', 'cycling'],
  ['bathroom shelf', 'self-care'],
  ['make-up bag', 'make-up'],
  ['new baby', 'life with a baby'],
  ['playroom', 'rainy days with the kids'],
  ['game night', 'game nights'],
  ['the dog', 'life with a dog'],
  ['the cat', 'life with a cat'],
  ['other worlds', 'science fiction'],
  ['feeling well', 'looking after myself'],
  ['summer terrace', 'summer on the terrace'],
]);

function slotsFor(product: Product, mission: number, rng: Random): Record<string, string> {
  const { kind } = product;
  const name = MISSIONS[mission]!.name;
  return {
    noun: kind.noun,
    this: kind.plural ? `these ${kind.noun}` : `this ${kind.noun}`,
    it: kind.plural ? 'they' : 'it',
    them: kind.plural ? 'them' : 'it',
    is: kind.plural ? 'are' : 'is',
    was: kind.plural ? 'were' : 'was',
    s: kind.plural ? '' : 's',
    color: product.flavour ?? product.colour.name.toLowerCase(),
    brand: product.brand.name,
    size: product.wornSize ?? product.size,
    material: product.material,
    who: rng.pick(WHO),
    when: rng.pick(WHEN),
    mission: MISSION_WORDS.get(name) ?? name,
  };
}

export function writeReview(purchase: Purchase, wordiness: number, rng: Random): ReviewWords {
  const { product, rating, mission } = purchase;
  const slots = slotsFor(product, mission, rng);
  const { praise, gripes } = product.kind;
  const { titles, short, openers, suits, misses, context, closers } = sentencesOf(product.kind);
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, slot: string) => {
      const value = slots[slot] ?? slots[slot.toLowerCase()];
      if (value === undefined) return whole;
      return slot.charAt(0) === slot.charAt(0).toUpperCase() ? capital(value) : value;
    });
  const title = capital(filled(rng.pick(titles[rating])));
  if (rng.chance(0.2 - 0.18 * wordiness)) return { title, text: capital(filled(rng.pick(short[rating]))) };

  const sentences: string[] = [];
  const more = (probability: number): boolean => rng.chance(probability * (0.35 + wordiness));
  if (rng.chance(0.72)) sentences.push(rng.pick(openers[rating]));
  const gripe = rng.pick(gripes);
  if (rating >= 4) {
    sentences.push(...rng.sample(praise, more(0.5) ? 2 : 1));
    if (more(0.5)) sentences.push(rng.pick(suits));
    if (rating === 4 && rng.chance(0.6)) {
      sentences.push(rng.pick(BUT).replace('{gripe}', lower(gripe)).replace('{Gripe}', gripe));
    }
  } else if (rating === 3) {
    sentences.push(gripe);
    if (rng.chance(0.6)) sentences.push(rng.pick(AT_LEAST).replace('{praise}', lower(rng.pick(praise))));
    if (more(0.45)) sentences.push(rng.pick(misses));
  } else {
    sentences.push(...rng.sample(gripes, more(0.6) ? 2 : 1));
    if (more(0.4)) sentences.push(rng.pick(misses));
  }
  if (more(0.45)) sentences.splice(rng.chance(0.5) ? 1 : sentences.length, 0, rng.pick(context));
  if (more(0.55)) sentences.push(rng.pick(closers[rating]));
  const text = sentences.map((sentence) => capital(filled(sentence)));
  return {
    title,
    text:
      text.length > 4 && rng.chance(0.3)
        ? `${text.slice(0, 2).join(' ')}\n\n${text.slice(2).join(' ')}`
        : text.join(' '),
  };
}
