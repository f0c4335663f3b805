/** @file The names of colours that shoppers use. `blue` also finds a shade that its maker calls Cobalt or Ocean. */

import type { Alternative } from './read-parts.ts';

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

const shadesOf = new Map(Object.entries(families).map(([family, shades]) => [family, shades.split(' ')]));

/** Returns the colour names that match a typed `word`, other spellings first, or undefined if it names no family. */
export function shadesOfColor(word: string): readonly Alternative[] | undefined {
  const family = alsoCalled[word] ?? word;
  const shades = shadesOf.get(family);
  if (shades === undefined) return undefined;
  const names = [family, ...Object.keys(alsoCalled).filter((one) => alsoCalled[one] === family)];
  return [
    ...names.filter((one) => one !== word).map((one) => ({ words: [one], isSame: true })),
    ...shades
      .filter((one) => !names.includes(one) && one !== word)
      .map((one) => ({ words: [one], isShade: true })),
  ];
}
