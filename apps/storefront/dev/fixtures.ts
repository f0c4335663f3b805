/** @file A small catalogue with every case that a page has to cope with, and an `ApiClient` that answers from it. */
import {
  type ApiClient,
  type Category,
  createApiClient,
  type Product,
  type ProductList,
  type ProductSummary,
  type Recommendations,
  type RecommendedItem,
  type Review,
} from '@kindred/contracts';
import { pictureUrl } from './pictures.ts';

interface Kind {
  department: string;
  category: string;
  nouns: string[];
  shape: string;
}

const kinds: Kind[] = [
  {
    department: 'Home & Kitchen',
    category: 'Mugs & Cups',
    nouns: ['Stoneware Mug', 'Espresso Cup', 'Tea Bowl', 'Tall Latte Cup'],
    shape: 'mug',
  },
  {
    department: 'Home & Kitchen',
    category: 'Cookware',
    nouns: ['Cast-Iron Skillet', 'Saucepan with Lid', 'Enamel Casserole', 'Milk Pan'],
    shape: 'pan',
  },
  {
    department: 'Home & Kitchen',
    category: 'Lighting',
    nouns: ['Table Lamp', 'Paper Pendant', 'Reading Light'],
    shape: 'lamp',
  },
  {
    department: 'Stationery',
    category: 'Notebooks',
    nouns: ['Dotted Notebook', 'Pocket Journal', 'Sketchbook'],
    shape: 'book',
  },
  {
    department: 'Stationery',
    category: 'Pens',
    nouns: ['Brass Fountain Pen', 'Rollerball', 'Drawing Pencils, Set of 12'],
    shape: 'pen',
  },
  {
    department: 'Outdoors',
    category: 'Tents',
    nouns: ['Two-Person Tent', 'Tarp Shelter', 'Bivvy'],
    shape: 'tent',
  },
  {
    department: 'Outdoors',
    category: 'Bottles',
    nouns: ['Insulated Bottle', 'Trail Flask', 'Camp Mug'],
    shape: 'bottle',
  },
  {
    department: 'Audio',
    category: 'Headphones',
    nouns: ['Over-Ear Headphones', 'Wireless Earbuds', 'Studio Monitor Headphones'],
    shape: 'headphones',
  },
  {
    department: 'Garden',
    category: 'Planters',
    nouns: ['Terracotta Planter', 'Hanging Pot', 'Window Box'],
    shape: 'plant',
  },
  {
    department: 'Wardrobe',
    category: 'Knitwear',
    nouns: ['Merino Crew', 'Ribbed Cardigan', 'Lambswool Scarf'],
    shape: 'knit',
  },
];

const brands = ['Hearthline', 'Ono & Sons', 'Fieldmark', 'Nordlys', 'Paper Harbour', 'Tide Works', 'Almanac'];
const colors = ['Oat', 'Navy', 'Terracotta', 'Sage', 'Charcoal', 'Mustard', 'Blush', 'Ivory'];
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function makeProducts(): Product[] {
  const products: Product[] = [];
  for (const [kindIndex, kind] of kinds.entries())
    for (const [nounIndex, noun] of [...kind.nouns, ...kind.nouns].entries()) {
      const id = products.length + 1;
      const brand = brands[(id * 3 + kindIndex) % brands.length]!;
      const color = colors[(id * 5 + nounIndex) % colors.length]!;
      const pictures = [0, 1, 2, 3].map((view) => pictureUrl(kind.shape, id, view));
      const hasPicture = id % 17 !== 4;
      const isForSale = id % 13 !== 6;
      const isLong = id % 11 === 3;
      const ratingCount = id % 9 === 2 ? 0 : (id * 7919) % 1400;
      const title = isLong
        ? `${brand} ${noun} in ${color}, Hand-Finished in Small Batches, Dishwasher and Everyday Safe, Gift Boxed with a Booklet on Care (2026 Edition)`
        : `${nounIndex >= kind.nouns.length ? 'Little ' : ''}${noun}, ${color}`;
      products.push({
        product_id: id,
        parent_asin: `B${String(id).padStart(9, '0')}`,
        title,
        brand: id % 19 === 5 ? null : brand,
        price: isForSale ? { amount_minor: 900 + ((id * 3571) % 21000), currency: 'USD' } : null,
        average_rating: ratingCount === 0 ? null : 3 + ((id * 37) % 20) / 10,
        rating_count: ratingCount,
        availability: !isForSale
          ? 'not_for_sale'
          : id % 10 === 7
            ? 'out_of_stock'
            : id % 8 === 1
              ? 'low_stock'
              : 'in_stock',
        image_url: hasPicture ? pictures[0]! : null,
        description: `The ${noun.toLowerCase()} that ${brand} makes in ${color.toLowerCase()} is meant to be used every day and to look better for it.\nIt is finished by hand in small batches, so no two are quite the same. Wash it, drop it in a bag, hand it on: it is made to be repaired, and every part can be bought on its own.${isLong ? ' The people who keep it longest say that it is the weight they would miss, and the way the colour settles over the first year. It comes in a box without plastic, with a booklet on care that is worth reading once.' : ''}`,
        features: [
          'Made in small batches and finished by hand',
          `Colour: ${color}, from pigments without heavy metals`,
          'Every part can be replaced',
          'Packed without plastic',
        ],
        details: {
          Brand: brand,
          Colour: color,
          Material: 'See the label',
          Weight: `${200 + id * 13} g`,
          'Country of origin': 'Portugal',
          'First available': '2024-05-02',
        },
        color,
        main_category: kind.department,
        categories: [
          { slug: slug(kind.department), name: kind.department },
          { slug: `${slug(kind.department)}/${slug(kind.category)}`, name: kind.category },
        ],
        rating_bin: 'High',
        date_first_available: '2024-05-02',
        images: hasPicture
          ? pictures
              .slice(0, id % 5 === 0 ? 1 : 4)
              .map((url, view) => ({ url, large_url: url, alt: `${title}, view ${view + 1}` }))
          : [],
      });
    }
  return products;
}

const products = makeProducts();

function summaryOf(product: Product): ProductSummary {
  const {
    product_id,
    parent_asin,
    title,
    brand,
    price,
    average_rating,
    rating_count,
    availability,
    image_url,
  } = product;
  return {
    product_id,
    parent_asin,
    title,
    brand,
    price,
    average_rating,
    rating_count,
    availability,
    image_url,
  };
}

function makeCategories(): Category[] {
  const bySlug = new Map<string, Category>();
  for (const product of products)
    for (const [depth, { slug: path, name }] of product.categories.entries()) {
      const parent_slug = product.categories[depth - 1]?.slug ?? null;
      const known = bySlug.get(path) ?? {
        slug: path,
        name,
        parent_slug,
        product_count: 0,
        image_url: product.image_url,
      };
      bySlug.set(path, { ...known, product_count: known.product_count + 1 });
    }
  return [...bySlug.values()];
}

function listProducts(query: URLSearchParams): ProductList {
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  const category = query.get('category');
  const tests: Record<string, (product: Product) => boolean> = {
    q: (product) => words.every((word) => `${product.title} ${product.brand}`.toLowerCase().includes(word)),
    category: (product) => category === null || product.categories.some((one) => one.slug === category),
    brand: (product) => !query.has('brand') || query.getAll('brand').includes(product.brand ?? ''),
    color: (product) => !query.has('color') || query.getAll('color').includes(product.color ?? ''),
    price: (product) => {
      const minor = product.price?.amount_minor;
      const from = number('price_min');
      const to = number('price_max');
      return (from === undefined || (minor ?? -1) >= from) && (to === undefined || (minor ?? Infinity) <= to);
    },
    rating: (product) => (product.average_rating ?? 0) >= (number('rating_min') ?? 0),
    stock: (product) => query.get('in_stock') !== 'true' || /^(in|low)_stock$/.test(product.availability),
  };
  const under = (omitted?: string) =>
    products.filter((product) =>
      Object.entries(tests).every(([name, test]) => name === omitted || test(product)),
    );
  const count = (values: (string | null)[]) =>
    [
      ...Map.groupBy(
        values.filter((value) => value !== null),
        (value) => value,
      ),
    ]
      .map(([value, group]) => ({ value, label: value, count: group.length }))
      .toSorted((a, b) => b.count - a.count);

  const price = (product: Product) => product.price?.amount_minor ?? Infinity;
  const sorts: Record<string, (a: Product, b: Product) => number> = {
    price_asc: (a, b) => price(a) - price(b),
    price_desc: (a, b) => price(b) - price(a),
    rating: (a, b) => (b.average_rating ?? 0) - (a.average_rating ?? 0),
    popularity: (a, b) => b.rating_count - a.rating_count,
    newest: (a, b) => b.product_id - a.product_id,
  };
  const found = under().toSorted(sorts[query.get('sort') ?? ''] ?? (() => 0));
  const start = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 24);
  const prices = under('price').flatMap((product) => product.price?.amount_minor ?? []);
  const depth = category === null ? 0 : category.split('/').length;
  return {
    items: found.slice(start, start + limit).map(summaryOf),
    total: found.length,
    next_cursor: start + limit < found.length ? String(start + limit) : null,
    facets: {
      category: count(found.map((product) => product.categories[depth]?.slug ?? null)).map((value) => ({
        ...value,
        label: categories.find((one) => one.slug === value.value)?.name ?? value.value,
      })),
      brand: count(under('brand').map((product) => product.brand)),
      color: count(under('color').map((product) => product.color)),
      rating: [4, 3, 2, 1].map((value) => ({
        value: String(value),
        label: `${value} and up`,
        count: under('rating').filter((product) => (product.average_rating ?? 0) >= value).length,
      })),
      price: { min_minor: Math.min(...prices), max_minor: Math.max(...prices), currency: 'USD' },
      in_stock: under('stock').filter((product) => /^(in|low)_stock$/.test(product.availability)).length,
    },
  };
}

const categories = makeCategories();

function recommend(source: RecommendedItem['source'], picks: Product[], because?: Product): Recommendations {
  return {
    request_id: crypto.randomUUID(),
    model_version: source === 'model' ? 'fixture' : null,
    variant: 'control',
    next_cursor: null,
    items: picks.map((product, index) => ({
      product: summaryOf(product),
      score: 1 / (index + 1),
      source,
      position: index + 1,
      reason: because
        ? {
            code: 'because_you_viewed',
            text: `Because you viewed ${because.title}`,
            product_id: because.product_id,
          }
        : { code: source === 'trending' ? 'trending_now' : 'popular', text: 'Popular', product_id: null },
    })),
  };
}

const spread = (step: number, count: number, offset = 0) =>
  Array.from({ length: count }, (_, index) => products[(offset + index * step) % products.length]!);

const sentences = [
  'Exactly the weight I hoped for.',
  'I bought a second one for my sister before mine had been used twice.',
  'The colour is warmer than in the pictures, which turned out to be a good thing.',
  'It arrived with a scratch; they sent another the same week without asking for a photograph.',
  'After a year of daily use it looks better than new.',
];

function reviewsOf(productId: number, query: URLSearchParams) {
  const product = products[productId - 1]!;
  const all: Review[] = Array.from({ length: product.rating_count }, (_, index) => ({
    review_id: `${productId}${index}`,
    author: ['Marta K.', 'Jonas P.', 'Kindred shopper', 'Amara O.', 'Li W.'][index % 5]!,
    rating: [5, 5, 4, 5, 3, 4, 5, 2, 5, 1][(index * 7 + productId) % 10]!,
    title: index % 4 === 3 ? '' : sentences[(index + 2) % 5]!.split(/[,;.]/)[0]!,
    text: Array.from({ length: 1 + (index % 4) }, (_, line) => sentences[(index + line) % 5]).join(' '),
    reviewed_at: new Date(Date.UTC(2026, 9, 30) - index * 40_000_000).toISOString(),
    helpful_votes: Math.max(0, 24 - index * 3),
    verified_purchase: index % 3 !== 1,
  }));
  const stars = query.get('rating');
  const found = all.filter((review) => stars === null || review.rating === Number(stars));
  const start = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 10);
  return {
    items: found.slice(start, start + limit),
    total: found.length,
    average_rating: product.average_rating,
    histogram: [1, 2, 3, 4, 5].map((value) => all.filter((review) => review.rating === value).length),
    next_cursor: start + limit < found.length ? String(start + limit) : null,
  };
}

/** What one visitor has done: the fixtures' whole memory. */
export interface Visitor {
  viewed: number[];
  events: unknown[];
}

export function fixtureApi(visitor: Visitor): ApiClient {
  const notFound = { type: 'about:blank', title: 'Not found', code: 'not-found', status: 404 };
  const answer = (path: string, query: URLSearchParams, body?: string): unknown => {
    if (path === '/categories') return { items: categories };
    if (path === '/products') return listProducts(query);
    if (path === '/events') {
      const { events } = JSON.parse(body ?? '{"events":[]}') as {
        events: { kind: string; product_id?: number }[];
      };
      visitor.events.push(...events);
      for (const event of events)
        if (event.kind === 'view' && event.product_id) visitor.viewed.push(event.product_id);
      return { accepted: events.length };
    }
    if (path === '/recommendations') {
      if (query.get('context') === 'trending') return recommend('trending', spread(7, 15, 1));
      const last = products[(visitor.viewed.at(-1) ?? 0) - 1];
      return last
        ? recommend('session', spread(3, 15, last.product_id), last)
        : recommend('popular', spread(11, 15));
    }
    const [, id = '', part] = /^\/products\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
    const product = products[Number(id) - 1];
    if (!product) return undefined;
    if (part === 'reviews') return reviewsOf(product.product_id, query);
    if (part === 'similar') return recommend('similar', spread(1, 12, product.product_id));
    return product;
  };
  return createApiClient(async (address, init) => {
    const url = new URL(address, 'http://fixtures.invalid');
    const body = answer(url.pathname.replace('/api/v1', ''), url.searchParams, init?.body);
    return Response.json(body ?? notFound, { status: body === undefined ? 404 : 200 });
  });
}
