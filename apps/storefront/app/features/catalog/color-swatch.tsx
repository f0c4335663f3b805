/** Colour names of shops that CSS does not know. */
const shopWords: Record<string, string> = {
  amber: '#d98a1f',
  blush: '#e9c3bc',
  bottle: '#2f5546',
  brass: '#b08d46',
  brick: '#9c4b38',
  bronze: '#8c6239',
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
  graphite: '#4a4c50',
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
  oxblood: '#6f2c30',
  oyster: '#b9b5a9',
  peach: '#f2c3a3',
  pine: '#2f5d4b',
  poppy: '#d8523f',
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
  vermilion: '#cf4f36',
  walnut: '#6a4a35',
};

const cssNames = new Set(
  'aqua beige black blue brown coral cyan gold gray green grey indigo ivory khaki lavender lime magenta maroon navy olive orange orchid pink plum purple red salmon silver tan teal tomato turquoise violet white yellow'.split(
    ' ',
  ),
);

export function colorOf(name: string): string | undefined {
  const words = name.toLowerCase().split(/[^a-z]+/);
  for (const word of words.reverse()) {
    if (Object.hasOwn(shopWords, word)) return shopWords[word];
    if (cssNames.has(word)) return word;
  }
  return undefined;
}

/** A dot in the colour that the name means; nothing if the name is not known. */
export function ColorSwatch({ name }: { name: string }) {
  const color = colorOf(name);
  if (!color) return null;
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0 stroke-line-strong">
      <circle cx="8" cy="8" r="7.500" fill={color} />
    </svg>
  );
}
