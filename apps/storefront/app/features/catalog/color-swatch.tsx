/** Colour names of shops that CSS does not know. */
const shopWords: Record<string, string> = {
  amber: '#d98a1f',
  blush: '#e9c3bc',
  brass: '#b08d46',
  bronze: '#8c6239',
  camel: '#b98a5a',
  charcoal: '#3b3d40',
  clay: '#b5674a',
  copper: '#b06a42',
  cream: '#f3ead6',
  denim: '#4a6588',
  forest: '#2f5641',
  graphite: '#4a4c50',
  mint: '#b8dcc8',
  moss: '#66713f',
  mustard: '#cfa02e',
  natural: '#d9c7a5',
  oat: '#e2d6bf',
  ochre: '#c5862b',
  rose: '#d88f94',
  rust: '#a4512d',
  sage: '#9caf94',
  sand: '#d8c6a3',
  sky: '#9cc4e0',
  slate: '#5f6b76',
  stone: '#b7b1a5',
  terracotta: '#bf6244',
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
