/** @file The names of colours, as shops and shoppers use them. */

/** The names of a colour's shades. A shade may belong to two families. Shoppers type the first word of each. */
const families: Readonly<Record<string, string>> = {
  blue: 'navy cobalt indigo sky ocean marine midnight azure sapphire denim cerulean royal ultramarine periwinkle cornflower ice arctic glacier lagoon petrol peacock lake teal',
  green:
    'sage olive moss forest fern pine mint lime emerald eucalyptus bottle hunter jade pistachio seafoam khaki juniper basil avocado celadon spruce fir army cactus matcha leaf clover teal',
  red: 'brick oxblood vermilion poppy flame cherry crimson scarlet ruby burgundy maroon cardinal wine cranberry paprika tomato garnet merlot bordeaux strawberry berry',
  pink: 'blush rose fuchsia magenta raspberry bubblegum salmon hotpink petal coral peony flamingo watermelon',
  purple:
    'violet lilac plum lavender aubergine eggplant amethyst mauve orchid mulberry grape iris wisteria heather',
  yellow:
    'lemon mustard sunflower sunshine marigold citron saffron canary amber ochre daffodil honey butter banana maize',
  orange:
    'tangerine terracotta apricot peach rust saffron pumpkin papaya amber coral clay copper mango carrot persimmon clementine mandarin',
  brown:
    'chestnut cognac tan walnut chocolate mocha espresso umber caramel camel tobacco bronze oak coffee sienna hazel toffee clay copper cinnamon cedar mahogany teak beech cocoa russet acacia bark',
  beige:
    'sand oat oatmeal tan cream ecru taupe natural camel nude fawn linen buff beech birch wheat khaki biscuit champagne almond bone',
  white: 'ivory chalk cream snow pearl alabaster oyster offwhite bone eggshell milk frost coconut vanilla',
  black: 'coal ink ebony jet onyx midnight graphite raven noir obsidian carbon',
  grey: 'charcoal slate graphite ash smoke concrete stone cloud silver pewter gunmetal steel anthracite dove pebble fog mist granite titanium',
  turquoise: 'teal lagoon aqua cyan seafoam peacock aquamarine',
  gold: 'brass champagne',
  silver: 'steel chrome nickel platinum titanium pewter',
  navy: 'indigo marine midnight',
  burgundy: 'wine maroon oxblood merlot bordeaux',
  maroon: 'wine burgundy oxblood merlot bordeaux',
  teal: 'turquoise lagoon petrol peacock',
};

/** Other spellings of the names of families. */
const alsoCalled: Readonly<Record<string, string>> = {
  gray: 'grey',
  violet: 'purple',
  aqua: 'turquoise',
  golden: 'gold',
};

const shades = new Map(Object.entries(families).map(([family, names]) => [family, names.split(' ')]));

/** Returns the names of a family's shades, or undefined if the name is none of a family.  */
export const shadesOfFamily = (family: string): readonly string[] | undefined => shades.get(family);

/** Returns the usual spelling of a colour's name, and then the others. */
export function spellingsOfColor(word: string): readonly string[] {
  const usual = alsoCalled[word] ?? word;
  return [usual, ...Object.keys(alsoCalled).filter((one) => alsoCalled[one] === usual)];
}

/** The families by which lists are filtered. A shade of several belongs to the first here. */
export const colorFamilies = [
  'turquoise',
  'red',
  'pink',
  'purple',
  'yellow',
  'orange',
  'brown',
  'beige',
  'white',
  'green',
  'blue',
  'grey',
  'black',
  'gold',
  'silver',
] as const;
export type ColorFamily = (typeof colorFamilies)[number];

/** Returns the family of a colour by the last word that names one: `Sea Green` is green. Undefined if no word does. */
export function familyOfColor(name: string): ColorFamily | undefined {
  for (const word of wordsOf(name)) {
    const usual = alsoCalled[word] ?? word;
    const family =
      colorFamilies.find((one) => one === usual) ??
      colorFamilies.find((one) => shades.get(one)!.includes(usual));
    if (family) return family;
  }
  return undefined;
}

/** Colour names of shops that CSS does not know, or knows only as loud as a screen can be. */
const shopWords: Record<string, string> = {
  amber: '#d98a1f',
  beige: '#e0d3bd',
  blue: '#3f68b0',
  blush: '#e9c3bc',
  bottle: '#2f5546',
  brass: '#b08d46',
  brick: '#9c4b38',
  bronze: '#8c6239',
  brown: '#7a5234',
  camel: '#b98a5a',
  chalk: '#f0ece3',
  charcoal: '#3b3d40',
  chestnut: '#6d412b',
  citron: '#d6c84b',
  clay: '#b5674a',
  cloud: '#e6e8ea',
  coal: '#333338',
  cobalt: '#315fbd',
  cognac: '#9d5c31',
  concrete: '#b4b2ac',
  copper: '#b06a42',
  cream: '#f3ead6',
  denim: '#4a6588',
  eucalyptus: '#8fa899',
  fern: '#6f8f5a',
  flame: '#d4582f',
  forest: '#2f5641',
  gold: '#c9a24b',
  graphite: '#4a4c50',
  gray: '#8b8d8e',
  green: '#4f7f52',
  grey: '#8b8d8e',
  ink: '#2d3a57',
  lagoon: '#2f9c95',
  lemon: '#efd774',
  lilac: '#b7a6cf',
  marigold: '#dea133',
  marine: '#2d5673',
  midnight: '#2a3752',
  mint: '#b8dcc8',
  moss: '#66713f',
  mustard: '#cfa02e',
  natural: '#d9c7a5',
  oat: '#e2d6bf',
  oatmeal: '#ddd0bb',
  ocean: '#5f8fa3',
  ochre: '#c5862b',
  orange: '#e08a3c',
  oxblood: '#6f2c30',
  oyster: '#b9b5a9',
  peach: '#f2c3a3',
  pine: '#2f5d4b',
  pink: '#e3a2ae',
  plum: '#6d4560',
  poppy: '#d8523f',
  purple: '#7a5a9a',
  red: '#b83a32',
  rose: '#d88f94',
  rust: '#a4512d',
  saffron: '#e0a22f',
  sage: '#9caf94',
  sand: '#d8c6a3',
  sky: '#9cc4e0',
  slate: '#5f6b76',
  smoke: '#8d9296',
  steel: '#b9bec3',
  stone: '#b7b1a5',
  sunflower: '#efb42d',
  sunshine: '#e5b13c',
  tangerine: '#f0965a',
  terracotta: '#bf6244',
  turquoise: '#45a5a0',
  vermilion: '#cf4f36',
  walnut: '#6a4a35',
  yellow: '#e6c34a',
};

const cssNames = new Set(
  'aqua black coral cyan indigo ivory khaki lavender lime magenta maroon navy olive orchid salmon silver tan teal tomato violet white'.split(
    ' ',
  ),
);

/** Returns what CSS calls the colour of a name, by the last word that is known. */
export function cssColorOf(name: string): string | undefined {
  for (const word of wordsOf(name)) {
    if (Object.hasOwn(shopWords, word)) return shopWords[word];
    if (cssNames.has(word)) return word;
  }
  return undefined;
}

/** The last word first. */
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .reverse();
