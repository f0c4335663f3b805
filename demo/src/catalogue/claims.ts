/**
 * @file What the demo does not say about a kind of product. Its texts are invented, and a visitor may take them at their word: a helmet
 * that "gets better with use", a toy that is "safe from birth". `claims.test.ts` reads all sentences of all kinds.
 */
import type { Kind } from './kind.ts';

/** Words that claim something. */
const CLAIMS = {
  durability:
    /ages (well|beautifully)|better (with use|as it ages)|\bsturdy\b|for generations|for years|ten years|handed down|long life|indestructible|outlive|surviv|bomb-proof|made stronger|break things|guarantee|warranty|repair|spare parts|held? (its|their) shape|never (breaks|fails|slipped)|lasts? (forever|for ages)|built like|tested until|solid as/i,
  safety:
    /\bsaf(e|ely|er|ety)\b(?! razor)|protect|impact|drivers notice|not blind|fire-?proof|heat-?proof|stays cool|lifesaver|harmless|non-?toxic|nothing to swallow|no loose parts|\blead\b|stand on\b|ladder|does not tip|as a tumbler|tested to|carries \d|strong to|wet rock|shock/i,
  age: /from (birth|\w+ months)|\bages \w+ to\b|\byears? old\b|newborn|toddler|chew on|first something/i,
  health:
    /\bcure[sd]?\b(?! for six weeks)|\bheal|health|calmed|calmer|sleeps? (better|through)|hurting|\bpain(ful|s)?\b|redness|dry patches|skin (looks|is)|sensitive|dermatolog|tested|clinical|cleans teeth|\bhips?\b|\bknees?\b|\belbow\b|\b(my|your) (neck|back|wrist|arches)\b|wrist straight|less gas|posture|support for my|\bstings?\b|no fillers|irradiation/i,
} as const;
type Claim = keyof typeof CLAIMS;

const electric =
  'tablelamp floorlamp lantern drill headlamp bikelight headphones earbuds speaker keyboard mouse phone powerbank camera';
const children = 'blocks plush train babybottle onesie mobile stacker picturebook';
const animals = 'petbowl leash petbed cattree pettoy';
const food = 'coffeebag teatin chocolate oliveoil spicejar honey';
const onSkin = 'serum cream sunscreen soap lipstick perfume vitamins hairbrush razor';
const flames = 'candle campstove';
const hot = 'frenchpress kettle dutchoven skillet';
const sharp = 'knife trowel hammer screwdriver toolbox';
const sport =
  'helmet bikebell yogamat foamroller dumbbell kettlebell jumprope racket basketball poles tent sleepingbag boot sneaker sunglasses';

/** Each claim with the kinds of which the demo does not make it. */
const UNCLAIMED: Record<Claim, readonly string[]> = {
  durability: [electric, children, animals, food, onSkin, flames, sport, 'toolbox'].join(' ').split(' '),
  safety: [electric, children, animals, food, onSkin, flames, hot, sharp, sport].join(' ').split(' '),
  age: [children, 'boardgame puzzle', animals].join(' ').split(' '),
  health: [children, animals, food, onSkin, sport, 'mouse laptopstand keyboard kettle armchair candle']
    .join(' ')
    .split(' '),
};

/** The claims that nothing may make of this kind. */
const unclaimedOf = (kind: Kind): Claim[] =>
  (Object.keys(UNCLAIMED) as Claim[]).filter((claim) => UNCLAIMED[claim].includes(kind.id));

export const isClaimless = (text: string, kind: Kind): boolean =>
  !unclaimedOf(kind).some((claim) => CLAIMS[claim].test(text));
