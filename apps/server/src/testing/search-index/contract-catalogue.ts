/** @file The catalogue of the contract suite: products for single tests, and many random ones from a seed. */
import type { ContractProduct } from './contract-shop.ts';

export const categoryNames = {
  books: 'Books',
  'books/maps': 'Maps',
  'books/atlases': 'Atlases',
  'books/atlases/old': 'Antiquarian',
  garden: 'Garden',
  'garden/orangery': 'Orangery',
  music: 'Music',
  'music/strings': 'Strings',
  'nobody-here': 'Nobody Here',
} as const;

/** By their names in the tests. */
export const planted = {
  hammock: { title: 'Woven Hammock', ratings: 12, mean: 4.5 },
  periscope: { title: 'Brass Periscope' },
  castIron: { title: 'Cast Iron Griddle' },
  ironCast: { title: 'Iron Frame with Cast Feet' },
  cafe: { title: 'Café Crème Tumbler' },
  plainCafe: { title: 'Roadside Cafe Poster' },
  sofa: { title: 'Linen Sofa' },
  couch: { title: 'Velvet Couch' },
  sneaker: { title: 'Canvas Sneaker' },
  runningShoe: { title: 'Marathon Running Shoe' },
  lamps: { title: 'Pair of Lamps', ratings: 3, mean: 4 },
  gnome: {
    title: 'Garden Gnome',
    description: 'Fired from weatherproof terracotta.',
    features: ['Hollow inside'],
  },
  armchair: { title: 'Wingback Armchair', brand: 'Oakhaven', color: 'Turquoise' },
  lemonTree: { title: 'Citrus in a Pot', category: 'garden/orangery' },
  secret: { title: 'Secret Hammock', isListed: false, ratings: 900, mean: 5 },
  doubleA: { title: 'Twin Candelabra' },
  doubleB: { title: 'Twin Candelabra' },
  trellis: { title: 'Trellis' },
  signs: { title: '100 % Wool_Blend C++ Socks' },
  slashed: { title: 'Tartan Kilt in Black/White, 10.5 x@y-z' },
  chinese: { title: '竹制 茶盘' },
} satisfies Record<string, ContractProduct>;

/** Popular products whose titles contain the whole title of another one. */
export const trellises: readonly ContractProduct[] = Array.from({ length: 40 }, (_, index) => ({
  title: `${index % 2 ? 'Trellis Trellis' : 'Trellis'} Deluxe ${index + 1}`,
  ratings: 1_000 + index,
  mean: 5,
}));

/** Each is a word that equals its stem; half of the random titles have it. */
export const drawnWords = ['marble', 'walnut', 'cotton', 'bamboo'] as const;

export function drawProducts(count: number, seed = 7): ContractProduct[] {
  let state = seed;
  const upTo = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const one = <Value>(values: readonly Value[]): Value => values[upTo(values.length)]!;
  const slugs = Object.keys(categoryNames).filter((slug) => slug !== 'nobody-here');
  return Array.from({ length: count }, (_, index) => {
    const isRated = upTo(5) > 0;
    const onHand = upTo(4);
    const product = {
      title: [...drawnWords.filter(() => upTo(2) === 1), one(['Box', 'Tray', 'Vase']), `No ${index}`].join(
        ' ',
      ),
      brand: one([null, ...drawnBrands, ...drawnBrands.slice(0, 6), ...drawnBrands.slice(0, 3)]),
      color: one([null, ...drawnColors]),
      ...(upTo(3) === 0 && { group: `Group ${upTo(40)}` }),
      ...one([{}, ...drawnSizes.map((sizes) => ({ sizes }))]),
      category: one(slugs),
      priceMinor: one([null, 0, 500, 500, 999, 1_000, 1_500, 2_000, 25_000]),
      mean: isRated ? one([1, 2, 2.9, 3, 3.5, 4, 4.01, 5]) : null,
      ratings: isRated ? one([1, 2, 2, 10, 500]) : 0,
      day: one([null, '2019-02-28', '2024-02-29', '2024-02-29', '2026-01-01']),
      isListed: upTo(12) > 0,
      onHand,
      reserved: upTo(onHand + 1),
    };
    return index % 4 === 0 && product.priceMinor
      ? { ...product, wasMinor: wasOf(product.priceMinor, index / 4) }
      : product;
  });
}

/** Three in four reductions are announced; one below one percent is not. */
const wasOf = (priceMinor: number, index: number): number =>
  index % 4 === 0 ? priceMinor + 1 : Math.round(priceMinor * (1 + (index % 4) / 3));

/** More values than a facet shows. */
export const drawnBrands = Array.from(
  { length: 36 },
  (_, index) => `Maker ${String(index).padStart(2, '0')}`,
);
/** Some products have several. */
export const drawnSizes = [['S'], ['M'], ['S', 'M'], ['M', 'L', 'XL']] as const;
export const drawnColors = ['Red', 'Green', 'Sea Green', 'Blue', 'Ivory'] as const;
