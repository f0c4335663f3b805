import { rmSync } from 'node:fs';
import { createRandom } from '@kindred/gnn';
import { shelfLength } from '@kindred/recommender';
import { defineProof } from '../proof.ts';
import { readDataSet } from '../quality/data-set.ts';
import { hasDemo, makeDemo } from '../quality/demo-of.ts';
import { shelfOf, train } from '../quality/train.ts';

export const proof = defineProof({
  summary:
    'Reasons are causes: without the entry that a card names, the item leaves the shelf; without another entry it stays.',
  seed: 7,
  parameters: {
    histories: 1_000,
    products: 3_200,
    users: 12_000,
    reviews: 120_000,
    leastByCause: 0.8,
    mostByAnother: 0.15,
    leastNamed: 0.5,
  },
  short: { histories: 60, products: 400, users: 1_200, reviews: 12_000, leastNamed: 0.2 },
  missing: () =>
    hasDemo() ? undefined : 'It needs the history of this repository, and 72f2cac is not in this clone.',

  async run({ seed, parameters, signal, report }) {
    const { histories, leastByCause, mostByAnother, leastNamed } = parameters;
    const demo = makeDemo(parameters);
    const set = readDataSet(demo.meta, demo.reviews, 'test');
    rmSync(demo.folder, { recursive: true });
    report('trains on the demo');
    const { recommender } = await train(set, 'lightgcn', { seed, signal });
    const random = createRandom(seed);
    const people = set.people.filter(({ history }) => history.length >= 2);
    const counts = { cards: 0, named: 0, gone_without_cause: 0, gone_without_another: 0 };
    for (let round = 0; round < histories; round++) {
      signal.throwIfAborted();
      const { history, known } = people[random.below(people.length)]!;
      const shelfWithout = (index: number) =>
        new Set(shelfOf(recommender, set, { history: history.toSpliced(index, 1), known }).items);
      const { items, reach } = shelfOf(recommender, set, { history, known });
      const causeOf = recommender.causes({ history, exclude: known, k: shelfLength + reach });
      for (const itemId of items) {
        counts.cards++;
        const cause = causeOf(itemId);
        if (cause === undefined) continue;
        counts.named++;
        const index = history.findIndex((entry) => entry.itemId === cause);
        const step = 1 + random.below(history.length - 1);
        if (!shelfWithout(index).has(itemId)) counts.gone_without_cause++;
        if (!shelfWithout((index + step) % history.length).has(itemId)) counts.gone_without_another++;
      }
    }
    const shares = {
      named: counts.named / counts.cards,
      by_cause: counts.gone_without_cause / counts.named,
      by_another: counts.gone_without_another / counts.named,
    };
    const violations = [
      shares.by_cause < leastByCause &&
        `Removing the cause removes the item on ${shares.by_cause} of the cards, less than ${leastByCause}.`,
      shares.by_another > mostByAnother &&
        `Removing another entry removes the item on ${shares.by_another} of the cards, more than ${mostByAnother}.`,
      shares.named < leastNamed && `${shares.named} of the cards name a cause, fewer than ${leastNamed}.`,
    ].filter((sentence) => sentence !== false);
    return { figures: { demo_sha256: set.hash, histories, ...counts, shares }, violations };
  },
});
