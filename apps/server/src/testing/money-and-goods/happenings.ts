/** @file The events of one sequence of the proof “money and goods”, as data: generated from a seed, printable and replayable. */

export const cards = {
  pays: '4242424242424242',
  refundFails: '4000000000006997',
  refundPends: '4000000000007726',
  refundPendsInVain: '4000000000006996',
  refundBounces: '4000000000005126',
  declined: '4000000000000002',
  asks: '4000002500003155',
  asksInVain: '4000008400001629',
  paysSilently: '4000000000006999',
  saysNothing: '4000000000006998',
} as const;
export type CardName = keyof typeof cards;

/** Products and orders are named by their number in the sequence, modulo their count. */
export type Happening =
  | {
      readonly what: 'buy';
      readonly lines: readonly (readonly [product: number, quantity: number])[];
      readonly card: CardName;
    }
  | {
      readonly what: 'ship';
      readonly order: number;
      readonly lines?: readonly (readonly [product: number, quantity: number])[];
    }
  | { readonly what: 'deliver'; readonly order: number; readonly parcel?: number }
  | {
      readonly what: 'refund';
      readonly order: number;
      readonly part: RefundPart;
      readonly restock?: boolean;
      /** The Idempotency-Key; the request may be repeated. */
      readonly key: number;
    }
  | {
      readonly what: 'ask-return';
      readonly order: number;
      readonly lines: readonly (readonly [product: number, quantity: number])[];
    }
  | {
      readonly what: 'move-return';
      readonly order: number;
      /** The number of the return, modulo the number of returns of the order. */
      readonly which: number;
      readonly move: 'approve' | 'receive' | 'refuse' | 'withdraw';
      readonly restock: boolean;
    }
  | { readonly what: 'cancel'; readonly order: number; readonly by: 'by-shop' | 'by-shopper' }
  | { readonly what: 'second-step'; readonly order: number; readonly isApproved: boolean }
  /** A refund of a share of the payment, made at the provider; the provider notifies the shop. */
  | { readonly what: 'desk-refund'; readonly order: number; readonly percent: number }
  /** The card's bank now treats refunds differently. */
  | { readonly what: 'bank-relents'; readonly order: number }
  /** The provider sends an event. */
  | { readonly what: 'look'; readonly order: number }
  | { readonly what: 'run-jobs' }
  /** An hour passes: unpaid orders expire, and the shop asks the provider about pending payments and refunds. */
  | { readonly what: 'an-hour-passes' }
  | { readonly what: 'at-once'; readonly happenings: readonly Happening[] };

export type RefundPart =
  | { readonly what: 'all' }
  | { readonly what: 'percent'; readonly percent: number }
  | {
      readonly what: 'lines';
      readonly lines: readonly (readonly [product: number, quantity: number])[];
      readonly units?: 'shipped' | 'unshipped';
    };

export interface Sequence {
  /** The stock of each product at the start. */
  readonly stock: readonly number[];
  readonly happenings: readonly Happening[];
}

/** Mulberry32: the same numbers for the same seed on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Few products, units and orders, so that the events conflict. */
export function makeSequence(seed: number): Sequence {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const chance = (part: number) => random() < part;
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)];
  const stock = Array.from({ length: 1 + below(2) }, () => 2 + below(4));
  const someLines = () => {
    const all = stock.map((_, product) => [product, 1 + below(2)] as const);
    return chance(0.6) ? [pick(all)] : all;
  };
  let keys = 0;
  const refundParts: (() => RefundPart)[] = [
    () => ({ what: 'all' }),
    () => ({ what: 'percent', percent: pick([10, 40, 50, 100]) }),
    () => ({ what: 'lines', lines: someLines() }),
    () => ({ what: 'lines', lines: someLines() }),
    () => ({ what: 'lines', lines: someLines(), units: pick(['shipped', 'unshipped'] as const) }),
  ];
  const order = () => below(3);
  const paying: readonly CardName[] = [
    'pays',
    'refundFails',
    'refundPends',
    'refundPendsInVain',
    'refundBounces',
  ];
  const single: readonly [weight: number, make: () => Happening][] = [
    [14, () => ({ what: 'buy', lines: someLines(), card: pick(Object.keys(cards) as CardName[]) })],
    [10, () => ({ what: 'buy', lines: someLines(), card: pick(paying) })],
    [16, () => ({ what: 'ship', order: order(), ...(chance(0.5) && { lines: someLines() }) })],
    [6, () => ({ what: 'deliver', order: order(), ...(chance(0.6) && { parcel: below(2) }) })],
    [
      22,
      () => ({
        what: 'refund',
        order: order(),
        part: pick(refundParts)(),
        ...(chance(0.5) && { restock: chance(0.7) }),
        key: chance(0.8) ? keys++ : below(keys + 1),
      }),
    ],
    [5, () => ({ what: 'ask-return', order: order(), lines: someLines() })],
    [
      12,
      () => ({
        what: 'move-return',
        order: order(),
        which: below(2),
        move: pick(['approve', 'approve', 'receive', 'receive', 'refuse', 'withdraw'] as const),
        restock: chance(0.7),
      }),
    ],
    [6, () => ({ what: 'cancel', order: order(), by: pick(['by-shop', 'by-shopper'] as const) })],
    [4, () => ({ what: 'second-step', order: order(), isApproved: chance(0.7) })],
    [2, () => ({ what: 'desk-refund', order: order(), percent: pick([30, 100]) })],
    [3, () => ({ what: 'bank-relents', order: order() })],
    [4, () => ({ what: 'look', order: order() })],
    [12, () => ({ what: 'run-jobs' })],
    [5, () => ({ what: 'an-hour-passes' })],
  ];
  const weights = single.reduce((sum, [weight]) => sum + weight, 0);
  const one = (): Happening => {
    let left = random() * weights;
    for (const [weight, make] of single) {
      if (left < weight) return make();
      left -= weight;
    }
    return single[0][1]();
  };
  const length = 4 + below(7);
  // With equal chances, few goods would be delivered and sent back.
  const happenings: Happening[] = chance(0.35)
    ? [
        { what: 'buy', lines: someLines(), card: pick(paying) },
        { what: 'ship', order: 0 },
        { what: 'deliver', order: 0 },
        { what: 'ask-return', order: 0, lines: someLines() },
      ]
    : [];
  const atLeast = happenings.length + 2;
  while (happenings.length < Math.max(length, atLeast)) {
    if (happenings.length > 0 && chance(0.25))
      happenings.push({ what: 'at-once', happenings: Array.from({ length: 2 + below(3) }, one) });
    else happenings.push(happenings.length === 0 ? single[1][1]() : one());
  }
  return { stock, happenings };
}
