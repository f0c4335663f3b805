/**
 * @file Titles and authors of invented books, as a pure function of a genre and a number. The catalogue and the picture of the cover
 * thus have the same title, although neither passes it to the other.
 */
import { Random } from '../random.ts';

export const GENRES = ['novel', 'scifi', 'cookbook', 'fieldguide', 'picturebook'] as const;

const words = (text: string): string[] => text.split('|');

const NOVEL_A = words(
  'Salt|Winter|Paper|Borrowed|Quiet|Glass|Harbor|Crooked|Last|Second|Amber|Hollow|Slow|Tin|Foreign|Ordinary|Unsent|Drowned|Low|Northern|Silver|Thirsty|Patient|Blue|Stolen|Wooden',
);
const NOVEL_B = words(
  'House|Road|Orchard|Letters|River|Daughter|Hours|Island|Season|Garden|Bridge|Summer|Lighthouse|Garment|Kitchen|Weather|Ferry|Piano|Country|Window|Table|Promise|Inheritance|Coast|Witness|Field',
);
const SCIFI_A = words(
  'Ashen|Iron|Last|Hollow|Star|Ember|Silent|Glass|Thousandth|Drift|Sunless|Broken|Twelfth|Orbital|Salt|Quantum|Feral|Pale|Second|Vast|Clockwork|Violet',
);
const SCIFI_B = words(
  'Meridian|Crown|Archive|Signal|Empire|Tide|Engine|Choir|Gate|Colony|Horizon|Cartographer|Citadel|Protocol|Moon|Reach|Voyage|Heir|Orbit|Lattice|Garden|Machine',
);
const FOOD_A = words(
  'Weeknight|Slow|Green|Coastal|Mountain|Sunday|Simple|Smoke &|Salt &|Garden|Market|Honest|Little|Winter|Bright|One-Pot|Levant|Bread &|Noodle|Fire &',
);
const FOOD_B = words(
  'Table|Kitchen|Suppers|Harvest|Butter|Larder|Feast|Pantry|Greens|Baking|Bowl|Hearth|Plates|Ferments|Citrus|Herbs|Broth|Grain|Gatherings|Cooking',
);
const NATURE_A = words(
  'Hedgerow|Wild|Woodland|Small|Backyard|Meadow|Coastal|Alpine|Urban|Shade|Night|Pond|Kitchen|Balcony|Native|Cottage|Dry|Autumn|Moss &|Winter',
);
const NATURE_B = words(
  'Birds|Gardens|Flowers|Mushrooms|Trees|Herbs|Butterflies|Ferns|Foraging|Houseplants|Walks|Insects|Vegetables|Shells|Stars|Tracks|Orchards|Bees|Roots|Weather',
);
const CHILD_A = words(
  'Bear|Otter|Little Moon|Fox|Mouse|Grandpa Whale|Owl|Rabbit|Hedgehog|Duck|Elephant|Snail|Badger|Tiger|Penguin|Goose|Moth|Turtle|Squirrel|Cloud',
);
const CHILD_B = words(
  'and the Big Storm|Cannot Sleep|Finds a Hat|Goes to Sea|and the Quiet Night|Builds a Boat|Wants a Word|and the Lost Button|Takes the Bus|Makes Soup|and the Blue Door|Learns to Wait|Has a Plan|Is Not Tired|and the Long Walk|Plants a Seed|Meets the Snow|Sings Loudly|Hides|Counts to Ten',
);
const FIRST = words(
  'Ines|Tomas|Maren|Julian|Adaeze|Rosalind|Kenji|Elena|Hugo|Priya|Silas|Noor|Clara|Mateo|Greta|Oren|Yara|Felix|Beatrix|Luca|Thea|Amara|Jonas|Wilhelmina',
);
const LAST = words(
  'Halloran|Okafor|Lindqvist|Marchetti|Ashdown|Vance|Tanaka|Delacroix|Rourke|Castellan|Whitlow|Nair|Bergstrom|Aldous|Ferreira|Quill|Sorensen|Abernathy|Moreau|Kowalska|Thorne|Ibarra|Winslow|Haddad',
);

const PLACES = words(
  'the Sea|Midnight|the Hill|Nowhere|Autumn|the Dark|Glass|the Valley|Ravens|Tomorrow|the North|Ash',
);

export interface BookTitle {
  title: string;
  author: string;
}

export function bookTitle(genre: number, number: number): BookTitle {
  const rng = new Random('book', genre, number);
  const author = `${rng.pick(FIRST)} ${rng.pick(LAST)}`;
  const shape = rng.next();
  const from = (a: string[], b: string[]): string => `${rng.pick(a)} ${rng.pick(b)}`;
  switch (GENRES[genre]) {
    case 'scifi':
      if (shape < 0.5) return { title: `The ${from(SCIFI_A, SCIFI_B)}`, author };
      if (shape < 0.75) return { title: `${rng.pick(SCIFI_B)} of ${rng.pick(PLACES)}`, author };
      return { title: from(SCIFI_A, SCIFI_B), author };
    case 'cookbook':
      return { title: shape < 0.4 ? `The ${from(FOOD_A, FOOD_B)}` : from(FOOD_A, FOOD_B), author };
    case 'fieldguide':
      return {
        title: shape < 0.4 ? `A Year of ${from(NATURE_A, NATURE_B)}` : from(NATURE_A, NATURE_B),
        author,
      };
    case 'picturebook':
      return { title: from(CHILD_A, CHILD_B), author };
    default:
      if (shape < 0.5) return { title: `The ${from(NOVEL_A, NOVEL_B)}`, author };
      if (shape < 0.75) return { title: `${rng.pick(NOVEL_B)} of ${rng.pick(PLACES)}`, author };
      return { title: from(NOVEL_A, NOVEL_B), author };
  }
}
