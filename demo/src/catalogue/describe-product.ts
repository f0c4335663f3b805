/** @file The words of a product page: description, features, details. Pure functions of a product and the seed. */
import { Random } from '../random.ts';
import { isClaimless } from './claims.ts';
import type { Product } from './product.ts';
import type { Style } from './styles.ts';

const lines = (text: string): readonly string[] => text.split('|');

const OPENINGS: Record<Style, readonly string[]> = {
  nordic: lines(
    'A {noun} with everything unnecessary taken away.|Calm lines, honest materials and a {color} that sits well with daylight.|{brand} draws slowly: {this} went through eleven prototypes before it was allowed a name.|Made for small rooms and long winters.|Less to look at, more to live with.|The shape is simple because the work behind it was not.',
  ),
  heritage: lines(
    'Made the way it was made before it had to be cheap.|{brand} has a simple rule: if it cannot be repaired, it is not finished.|There is a reason nobody has improved on this shape in eighty years.|Built to be handed down, and priced so that it can be used in the meantime.|An old pattern, a good material and a careful pair of hands.|You will notice the weight first, then the finish.',
  ),
  technical: lines(
    'Engineered from the inside out, tested until something gave, then made stronger.|{brand} measured what matters and left off the rest.|Every gram and every seam has a reason.|Designed by people who break things for a living.|Precise where it counts and simple where you touch it.|The numbers are good; the way it feels in use is better.',
  ),
  playful: lines(
    'Some things should make you smile before they make you coffee, time or sense.|{brand} believes in colour, so here is plenty of it.|Serious quality, silly amounts of {color}.|Brighten a Tuesday.|Joyful, sturdy and very hard to be sad around.|It does the job and winks while doing it.',
  ),
  natural: lines(
    'Grown, spun, pressed or fired with as little fuss as possible.|{brand} starts with the material and stops before it gets complicated.|Kind to the hand, and to the place it came from.|Good material, low waste, long life.|Made in small batches from {material}.|The {color} comes from the material itself, so each one differs a little.',
  ),
  everyday: lines(
    'The one you will reach for without thinking.|Does what it should, costs what it should.|{brand} keeps it simple and keeps the price down.|No story, no secret: a good {noun} at a fair price.|Ready for every day of the week.|All of the use, none of the fuss.',
  ),
};

const MATERIAL = lines(
  'Made from {material}, in {color}.|This version comes in {color}, size {size}.|We chose {material} because it ages well.|Shown here in {color}; {size}.|The {material} is sourced within two days of the workshop.|In {material}, finished by hand.',
);
const FLAVOURED = lines(
  'This one is {color}, in the {size} size.|{color} is the one that regulars come back for.|Comes in {size}; {color} is a favourite of the people who make it.|If you like {color}, start here.',
);
const CLOSINGS = lines(
  'A good present, if you can bear to part with {it}.|Thirty days to change your mind.|Packed without plastic and posted within a day.|Pairs well with the rest of the range.|Spare parts are kept for ten years.|Designed in a small studio and made in a family-run factory.|If anything is not right, write to us and a person answers.|It gets better with use.|Two-year guarantee, honoured without a fight.|Made in limited runs, then made again when enough people ask.|Simple care: see the card in the box.|Lovely alone and better in company.',
);
const PROMISES = lines(
  'Two-year guarantee|Plastic-free packaging|Free repairs for the first year|Made in small batches|Made with renewable energy|Thirty-day returns|Designed in-house by {brand}|Carbon-neutral shipping',
);
const COUNTRIES = lines('Portugal|Italy|Japan|USA|Sweden|Poland|Vietnam|India|Germany|Mexico|Turkey|Taiwan');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function filled(text: string, product: Product): string {
  if (!text.includes('{')) return text;
  const { kind } = product;
  const slots: Record<string, string> = {
    noun: kind.noun,
    brand: product.brand.name,
    color: product.flavour ?? product.colour.name.toLowerCase(),
    material: product.material,
    size: product.wornSize ?? product.size,
    this: kind.plural ? `these ${kind.noun}` : `this ${kind.noun}`,
    it: kind.plural ? 'them' : 'it',
  };
  return capital(text.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole));
}

const MONTHS = lines('January|February|March|April|May|June|July|August|September|October|November|December');

function longDate(at: number): string {
  const date = new Date(at);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

/**
 * Openings that speak of "it" or "a {noun}" would be wrong for "these plates". To leave a sentence out moves no other draw: one pick is one
 * draw, whatever the length of the list.
 */
const fits = (text: string, product: Product): boolean =>
  !(
    product.flavour !== undefined &&
    /guarantee|repair|Spare parts|gets better with use|Thirty days|handed down|weight first|silly amounts/i.test(
      text,
    )
  ) &&
  isClaimless(text, product.kind) &&
  !(product.kind.plural && /\b(it|one|each)\b|a (good )?\{noun\}/i.test(text));

export interface ProductWords {
  description: string[];
  features: string[];
  details: Record<string, string>;
}

export function describeProduct(product: Product, seed: number): ProductWords {
  const rng = new Random(seed, 'words', product.index);
  const { kind, brand } = product;
  const book = kind.publisher;
  const usable = (texts: readonly string[]) => texts.filter((text) => fits(text, product));
  const sentences: string[] = [];
  const own = rng.sample(kind.lines, kind.lines.length > 1 && rng.chance(0.6) ? 2 : 1);
  if (!book) sentences.push(rng.pick(usable(OPENINGS[brand.style])));
  sentences.push(...own);
  if (book) sentences.push(`${product.author} writes with a clear eye and a warm heart.`);
  else if (sentences.length < 3 || rng.chance(0.25)) {
    sentences.push(rng.pick(usable(product.flavour === undefined ? MATERIAL : FLAVOURED)));
  }
  if (sentences.length < 4 && rng.chance(0.6) && !book) sentences.push(rng.pick(usable(CLOSINGS)));
  const text = sentences.map((sentence) => filled(sentence, product));
  const description =
    text.length > 3 ? [text.slice(0, 2).join(' '), text.slice(2).join(' ')] : [text.join(' ')];

  const features = rng.sample(kind.facts, Math.min(kind.facts.length, 3 + rng.int(2)));
  if (!book && features.length < 5 && rng.chance(0.6)) features.push(rng.pick(usable(PROMISES)));

  const scale = 0.9 + 0.2 * rng.next();
  const [width, depth, height, weight] = kind.dims.map((value) =>
    Math.max(0.1, Math.round(value * scale * 10) / 10),
  );
  const details: Record<string, string> = { Brand: brand.name };
  if (product.author !== undefined) {
    details.Author = product.author;
    details.Publisher = brand.name;
    details.Format = product.size;
    details['Print Length'] = `${rng.int(360) + 48} pages`;
  } else if (product.flavour !== undefined) details[kind.flavourWord] = product.flavour;
  if (product.flavour === undefined && !book) details.Color = product.colour.name;
  details.Material = capital(product.material);
  if (product.wornSize !== undefined) details[kind.cutWord] = product.size;
  if (!book) details.Size = product.wornSize ?? product.size;
  details['Product Dimensions'] = `${depth}"D x ${width}"W x ${height}"H`;
  details['Item Weight'] =
    weight! >= 1
      ? `${weight} Pound${weight === 1 ? '' : 's'}`
      : `${Math.max(0.5, Math.round(weight! * 160) / 10)} Ounces`;
  details.Style = capital(brand.style);
  details['Country of Origin'] = rng.pick(COUNTRIES);
  details['Date First Available'] = longDate(product.firstAvailable);
  return { description, features: features.map((feature) => filled(feature, product)), details };
}
