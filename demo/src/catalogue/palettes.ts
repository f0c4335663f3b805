import type { Family } from './styles.ts';

export interface Colour {
  name: string;
  hex: string;
  family: Family;
}

const colours = (table: string): Colour[] =>
  table
    .trim()
    .split(/\s*,\s*/)
    .map((entry) => {
      const [, name, hex, family] = /^(.+) ([0-9a-f]{6}) ([nwcdbe])$/.exec(entry)!;
      return { name: name!, hex: hex!, family: family as Family };
    });

/** Colours by the kind of surface they belong to. Names are what a title says; the picture uses the hex value. */
export const PALETTES = {
  glaze: colours(
    'Sage 9caf94 e, Oat e0d3bd n, Terracotta c4694a w, Indigo 3d4f7c c, Charcoal 484a50 d, Cream efe6d6 n, Blush dfb1a3 w, Moss 6f7a4f e, Ocean 5f8fa3 c, Ochre cf993d b, Plum 6d4560 d, Chalk f3f1ec n, Coral e07a5f b, Lagoon 2f9c95 b',
  ),
  textile: colours(
    'Oatmeal ddd0bb n, Rust b4562f w, Forest 35533f e, Navy 2b3a5b c, Clay c08566 w, Dusty Rose cf9c98 w, Slate 6b7885 c, Mustard d2a038 b, Ivory f0eadd n, Charcoal 45474d d, Olive 787a4b e, Sky 9dbfd6 c, Lilac b7a6cf b, Black 28282b d, Poppy d8523f b, Eucalyptus 8fa899 e',
  ),
  wood: colours(
    'Oak d1a56d n, Walnut 724c34 d, Ash dfc8a2 n, Beech d8ae80 w, Cherry 9c5a3c w, Smoked Oak 5a4636 d, Olive Wood b08a54 e, Painted Sage 93a68a e, Painted Coral d9745a b',
  ),
  metal: colours(
    'Brushed Steel b9bec3 n, Matte Black 2d2e31 d, Brass c59c50 w, Copper bb7350 w, Graphite 575b62 d, Soft White efeeea n, Fog Blue 8ea3b3 c, Sage 8c9c83 e, Signal Red c94a3d b, Saffron e0a22f b',
  ),
  enamel: colours(
    'Cream efe5d0 n, Flame d4582f b, Marine 2d5673 c, Forest 33553f e, Oyster b9b5a9 n, Matte Black 2c2d30 d, Cherry a8322f w, Sage 9bab8d e, Mustard d6a23a b, Dusk Blue 7e98ad c',
  ),
  tech: colours(
    'Black 2a2b2f d, White f0f0ed n, Graphite 5b5f67 d, Silver c4c9cf n, Midnight 2a3752 c, Sand d4c3a9 w, Sage 95a68f e, Coral e0735c b, Ice Blue a9c4d6 c, Clay b98368 w, Lemon ecc94b b',
  ),
  bright: colours(
    'Red d2473e b, Sunflower efb42d b, Teal 21968f c, Cobalt 315fbd c, Lime a2bf3f b, Coral e97b62 b, Violet 7b60b8 b, Orange e98236 b, Cloud e9ebec n, Black 2b2c30 d, Pine 2f5d4b e, Stone aaa395 n, Brick 9e4a38 w',
  ),
  leather: colours(
    'Tan bb8050 w, Cognac 9d5c31 w, Chestnut 6d412b d, Black 2a2727 d, Oxblood 6f2c30 d, Stone b7ab9c n, Moss 666b4b e, Navy 2e3b56 c, Marigold d99c3b b',
  ),
  pastel: colours(
    'Mint b5d6c4 c, Peach f2c3a3 w, Powder Blue b4cde0 c, Lemon f3dd8e b, Lilac cdbfe2 b, Cream f3ead8 n, Rose e9b7b7 w, Cloud Grey d3d6d9 n, Sage a8b99d e, Tangerine f0965a b, Oat e2d6c2 n',
  ),
  glass: colours(
    'Clear dfe9ea n, Smoke 8d9296 d, Amber c08237 w, Sea Green 86b5a3 e, Cobalt 4867b0 c, Rose d9a5a0 w, Citron d6c84b b',
  ),
  earth: colours(
    'Terracotta c06c48 w, Concrete b4b2ac n, Chalk efece5 n, Charcoal 4a4b4e d, Sand d8c6a5 n, Sage 94a68a e, Cobalt 3c5c9c c, Sunshine e5b13c b, Rust 9c5233 w, Moss 68734c e',
  ),
  print: colours(
    'Ink 2d3a57 c, Vermilion cf4f36 b, Sand dbc8a4 n, Bottle 2f5546 e, Plum 68405d d, Marigold dfa032 b, Sky 88b3cc c, Chalk efeae0 n, Brick 9c4b38 w, Coal 333338 d, Fern 6f8f5a e, Blush e0aca0 w',
  ),
} as const;
export type PaletteName = keyof typeof PALETTES;

/** Secondary colours for trims, labels and prints, by the style of the brand. */
export const ACCENTS = {
  nordic: ['f1ede4', 'd8cdb9', '2f3338', 'b98f63', '7f93a0'],
  heritage: ['f0e3c8', 'a8703c', '3b2a22', 'c9a25b', '6f2c30'],
  technical: ['e8eaec', 'f05a36', '20252b', '3ba7c4', 'b6f04a'],
  playful: ['ffe08a', 'ff8a70', '5cc1b3', 'fff5e4', '6f74d6'],
  natural: ['efe6d2', 'c7a778', '66714c', 'd98b62', 'f6f1e6'],
  everyday: ['f5f4f0', '41505c', 'c94f3d', 'd9b15c', '7ba28c'],
} as const;
