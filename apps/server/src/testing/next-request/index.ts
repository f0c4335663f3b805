/**
 * @file Random histories and rules on two nodes. After each action at one node, the next page at the other node has to follow it: no shelf
 * shows what it may not, the shelves of a page share no item, and none is empty as long as something may be shown.
 */
import { setTimeout } from 'node:timers/promises';
import type { RecommendationContext, Recommendations, ShelfRule } from '@kindred/contracts';
import fc from 'fast-check';
import { Person } from './person.ts';
import { type Action, type Step, stepsOf } from './steps.ts';
import { createWorld, isBlocked, type Product, type World } from './world.ts';

interface Play {
  readonly world: World;
  readonly person: Person;
  rules: ShelfRule[];
}

/** Shelves that leave out what was just viewed. */
const personal: readonly RecommendationContext[] = [
  'home',
  'search-empty',
  'mail',
  'cart',
  'order-confirmation',
];

async function act({ world, person, rules }: Play, { action, node }: Step, all: readonly Product[]) {
  const productOf = (number: number) => all[number % all.length];
  const merchant = world.merchants[node];
  const feed = (...items: object[]) => merchant.send('POST', '/items', { items });
  switch (action.what) {
    case 'view':
      return person.view(node, productOf(action.product));
    case 'cart':
      return person.putInCart(node, productOf(action.product));
    case 'buy':
      return person.buy(node, productOf(action.product));
    case 'forget':
      return person.forget(node, productOf(action.product));
    case 'say':
      return person.say(node, action.kind, productOf(action.product));
    case 'take-back':
      return person.takeBack(node, action.feedback);
    case 'reset':
      return person.reset(node);
    case 'log-in':
      return person.logIn(node);
    case 'opt-out':
    case 'opt-in':
      return person.choose(node, action.what === 'opt-out');
    case 'list':
      return feed({ item_id: productOf(action.product).name, is_listed: action.isListed });
    case 'stock':
      return feed({ item_id: productOf(action.product).name, stock: action.units });
    case 'sell-out': {
      const left = new Set(action.left.map((number) => productOf(number).name));
      return feed(...all.map(({ name }) => ({ item_id: name, stock: left.has(name) ? 3 : 0 })));
    }
    case 'rule': {
      const { status, body } = await merchant.send<ShelfRule>(
        'POST',
        '/admin/shelf-rules',
        contentOf(action, all),
      );
      if (status !== 201) return;
      rules.unshift(body);
      return untilKnown(world, rules);
    }
    case 'drop-rule': {
      if (rules.length === 0) return;
      const [{ rule_id }] = rules.splice(action.rule % rules.length, 1);
      await merchant.send('DELETE', `/admin/shelf-rules/${rule_id}`);
      return untilKnown(world, rules);
    }
    default:
      return action satisfies never;
  }
}

function contentOf(action: Extract<Action, { what: 'rule' }>, all: readonly Product[]): object {
  const { kind, about, context } = action;
  const product = all[action.product % all.length];
  return {
    kind,
    ...(context && { context }),
    ...(about === 'product' || kind === 'pin'
      ? { product_id: product.productId }
      : about === 'brand'
        ? { brand: product.brand }
        : { category: product.category }),
    ...(kind === 'pin' && { position: 1 + (action.product % 5) }),
    ...(kind === 'boost' && { factor: 0.5 + (action.product % 9) }),
  };
}

/** Every node is notified of rules in some milliseconds. */
async function untilKnown({ nodes }: World, rules: readonly ShelfRule[]): Promise<void> {
  for (const { services } of nodes)
    for (let tries = 0; (await services.recommendations.readRules()).length !== rules.length; tries++) {
      if (tries > 1_000) throw new Error('A node did not learn of a rule within two seconds.');
      await setTimeout(2);
    }
}

interface Page {
  readonly product: Product;
  readonly seeds: readonly number[];
  /** The products on the shelves above. */
  readonly above: number[];
}

const isOfProduct = (context: RecommendationContext) => context.startsWith('product');

function addressOf(context: RecommendationContext, { product, seeds, above }: Page, limit: number): string {
  const query = new URLSearchParams({ context, limit: String(limit) });
  if (isOfProduct(context)) query.set('product_id', String(product.productId));
  if (context === 'category') query.set('category', product.category ?? '');
  if (context === 'order-confirmation') query.set('product_ids', seeds.join(','));
  if (above.length > 0) query.set('exclude', above.join(','));
  return `/recommendations?${query}`;
}

/** Returns what is wrong with the page that the other node shows now. */
async function look({ world, person, rules }: Play, step: Step): Promise<string[]> {
  const all = await world.readProducts();
  const product = all[step.product % all.length];
  const byId = new Map(all.map((one) => [one.productId, one]));
  const itemOf = (productId: number) => byId.get(productId)?.itemId;
  const page: Page = {
    product,
    seeds: [product.productId, all[(step.product + 7) % all.length].productId],
    above: [],
  };
  const faults: string[] = [];
  for (const context of step.shelves) {
    const { status, body } = await person.send<Recommendations>(
      step.node === 0 ? 1 : 0,
      'GET',
      addressOf(context, page, step.limit),
    );
    if (status !== 200) return [`${context}: ${status} ${JSON.stringify(body)}`];
    const own = new Set([
      ...(isOfProduct(context) ? [product.itemId] : []),
      ...(context === 'order-confirmation' ? page.seeds.map(itemOf) : []),
    ]);
    const above = new Set(page.above.map(itemOf));
    const whyNot = (one: Product): string | undefined => {
      if (!one.isSold) return 'cannot be bought';
      if (own.has(one.itemId)) return 'is what the page is about';
      if (above.has(one.itemId)) return 'is on the page already';
      if (isBlocked(rules, one, { context, itemOf })) return 'is blocked';
      return person.whyNot(one.itemId);
    };
    const shown = body.items.map((item) => byId.get(item.product.product_id)!);
    for (const one of shown) {
      const why = whyNot(one);
      if (why !== undefined) faults.push(`${context} shows ${one.productId}, which is wrong: ${why}`);
    }
    const items = new Set(shown.map(({ itemId }) => itemId));
    if (items.size < shown.length) faults.push(`${context} shows an item twice`);
    if (shown.length > step.limit) faults.push(`${context} shows ${shown.length} of ${step.limit}`);
    // A rule about one product of an item may be about the item, depending on which product represents it.
    const mayBe = all.filter((one) =>
      all.every((other) => other.itemId !== one.itemId || !isBlocked(rules, other, { context, itemOf })),
    );
    const left = mayBe.filter((one) => whyNot(one) === undefined);
    if (shown.length === 0 && left.length > 0)
      faults.push(`${context} is empty, but could show ${left.map(({ productId }) => productId)}`);
    const isNew = ({ itemId }: Product) => !person.seen.has(itemId);
    if (personal.includes(context) && left.some(isNew) && !shown.every(isNew))
      faults.push(`${context} shows a viewed item, but has others`);
    for (const { product_id, can_be_switched_off, text } of body.items.map(({ reason }) => reason))
      if (can_be_switched_off && product_id !== null && person.isNoReason(itemOf(product_id)!))
        faults.push(`${context} has the reason “${text}”, which is none any more`);
    page.above.push(...shown.map(({ productId }) => productId));
  }
  return faults;
}

/** Plays the steps, and returns the first faults. */
async function play(world: World, steps: readonly Step[]): Promise<string[]> {
  await world.restore();
  const played: Play = { world, person: new Person(world), rules: [] };
  await untilKnown(world, played.rules);
  for (const [index, step] of steps.entries()) {
    const refused = await act(played, step, await world.readProducts());
    const faults = typeof refused === 'string' ? [refused] : await look(played, step);
    if (faults.length > 0)
      return faults.map(
        (fault) => `after ${index + 1} steps, the last ${JSON.stringify(step.action)}: ${fault}`,
      );
  }
  return [];
}

/** Plays random sequences. Returns the shortest that shows a fault, with the fault. */
export async function proveNextRequest({
  seed,
  sequences,
  steps,
  onProgress,
}: {
  seed: number;
  sequences: number;
  steps: number;
  onProgress?(played: number): void;
}): Promise<{ figures: { sequences: number; pages: number }; violations: string[] }> {
  const world = await createWorld();
  let played = 0;
  try {
    const property = fc.asyncProperty(stepsOf(steps), async (some) => {
      const faults = await play(world, some);
      onProgress?.(++played);
      if (faults.length > 0) throw new Error(faults.join('\n'));
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: sequences });
    const violations = failed
      ? [`seed ${seed}: ${(errorInstance as Error).message}\n${JSON.stringify(counterexample)}`]
      : [];
    return { figures: { sequences, pages: sequences * steps }, violations };
  } finally {
    await world.close();
  }
}
