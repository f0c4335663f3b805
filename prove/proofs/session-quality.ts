import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineProof, type Figure } from '../proof.ts';
import { drawViews, ownKindsOf, shelfOf50e7a1a, varietyOf } from '../quality/browsing.ts';
import { type DataSet, readDataSet } from '../quality/data-set.ts';
import { hasDemo, makeDemo } from '../quality/demo-of.ts';
import { idsOf, shelfOf, type Trained, train } from '../quality/train.ts';

const root = join(import.meta.dirname, '../..');
const shelfLength = 20;
const complements = 10;

interface Rate {
  readonly rate: number;
  readonly standard_error: number;
}

function rateOf(hits: readonly boolean[]): Rate & { readonly [key: string]: Figure } {
  const rate = hits.filter(Boolean).length / hits.length;
  return { rate, standard_error: Math.sqrt((rate * (1 - rate)) / hits.length) };
}

export const proof = defineProof({
  summary:
    'Shelves made from a history hit what people like next: twice as often as popularity and more often than co-purchase; complements twice as often as similar products; shelves of people who browse are twice as varied as before.',
  seed: 7,
  /** `part`: `validation` is for choosing settings; `test` is read once. `gifts`: a folder of real reviews; empty: without them. */
  parameters: {
    part: 'test',
    products: 3_200,
    users: 12_000,
    reviews: 120_000,
    draws: 100,
    gifts: '../shared/data/amazon-2018/Gift_Cards',
    timesPopularity: 2,
    timesSimilar: 2,
    timesVariety: 2,
    keeps: 0.97,
  },
  short: {
    part: 'validation',
    products: 400,
    users: 1_200,
    reviews: 12_000,
    draws: 10,
    gifts: '',
    timesSimilar: 1,
    timesVariety: 1.3,
    keeps: 0,
  },
  missing: () =>
    hasDemo() ? undefined : 'It needs the history of this repository, and 72f2cac is not in this clone.',

  async run({ seed, parameters, signal, report }) {
    const { part, draws, gifts, timesPopularity, timesSimilar, timesVariety, keeps } = parameters;
    const demo = makeDemo(parameters);
    const set = readDataSet(demo.meta, demo.reviews, part);
    rmSync(demo.folder, { recursive: true });
    report('trains on the demo');
    const run = { seed, signal };
    const model = await train(set, 'lightgcn', run);
    const floor = await train(set, 'co-purchase', run);
    report('asks for shelves');
    const hits = await hitsOf(set, model, floor);
    const together = complementsOf(set, model);
    const variety = browsingOf(set, model, draws, seed);
    const violations: string[] = [];
    const claim = (holds: boolean, sentence: string) => {
      if (!holds) violations.push(sentence);
    };
    claim(
      hits.session.rate >= timesPopularity * hits.popularity.rate,
      'The session is below the multiple of popularity.',
    );
    claim(hits.session.rate > hits.co_purchase.rate, 'The session is not above co-purchase.');
    claim(
      hits.session.rate >= hits.learnt.rate - hits.learnt.standard_error,
      'The current history is worse than the learnt vectors.',
    );
    claim(
      together.goes_with.rate >= timesSimilar * together.similar.rate,
      'Complements are below the multiple of similar items.',
    );
    claim(
      variety.times_kinds >= timesVariety && variety.times_brands >= timesVariety,
      'The shelves of people who browse are less varied than claimed.',
    );
    claim(
      hits.varied.rate >= keeps * hits.of_50e7a1a.rate,
      'The varied shelves lose more of the hit rate of 50e7a1a than claimed.',
    );
    const real = gifts === '' ? null : await realHits(gifts, part, run, claim);
    return {
      figures: { demo_sha256: set.hash, hits, complements: together, variety, gift_cards: real },
      violations,
    };
  },
});

async function realHits(
  folder: string,
  part: string,
  run: { seed: number; signal: AbortSignal },
  claim: (holds: boolean, sentence: string) => void,
) {
  const file = (name: string) => join(root, folder, name);
  const set = readDataSet(file('meta.jsonl.gz'), file('reviews_5core.jsonl.gz'), part);
  const model = await train(set, 'lightgcn', run);
  const hits = await hitsOf(set, model, await train(set, 'co-purchase', run));
  for (const shelf of ['session', 'varied'] as const)
    for (const floor of ['popularity', 'co_purchase'] as const)
      claim(
        hits[shelf].rate >= hits[floor].rate - hits[floor].standard_error,
        `On real reviews the ${shelf} shelves are more than a standard error below ${floor}.`,
      );
  return { sha256: set.hash, hits };
}

/** How often the next item that a person likes is on the shelf of their history. */
async function hitsOf(set: DataSet, model: Trained, floor: Trained) {
  const people = set.people.flatMap((person) =>
    person.next === undefined ? [] : { ...person, next: person.next },
  );
  const learnt = await model.learnt(people.map(({ userId }) => userId));
  const rate = (listOf: (person: (typeof people)[number], index: number) => readonly number[]) =>
    rateOf(people.map((person, index) => listOf(person, index).slice(0, shelfLength).includes(person.next)));
  return {
    people: people.length,
    popularity: rate(({ known }) => set.popular.filter((itemId) => !known.has(itemId))),
    co_purchase: rate(({ history, known }) => floor.foldedIn(history, known)),
    learnt: rate((_, index) => learnt[index]!),
    folded_in: rate(({ history, known }) => model.foldedIn(history, known)),
    session: rate(({ history, known }) =>
      idsOf(model.recommender.recommendForHistory({ history, exclude: known, k: shelfLength })),
    ),
    varied: rate((person) => shelfOf(model.recommender, set, person).items),
    of_50e7a1a: rate(({ history }) => shelfOf50e7a1a(model.recommender, set, idsOf(history))),
  };
}

/** How often the next item is among the complements of the last one, where it is of another kind. */
function complementsOf(set: DataSet, { recommender }: Trained) {
  const pairs = set.people.flatMap(({ history, known, next }) => {
    const [last] = history;
    return next === undefined || set.itemOf(last!.itemId).kind === set.itemOf(next).kind
      ? []
      : { last: last!.itemId, history, known, next };
  });
  const rate = (listOf: (pair: (typeof pairs)[number]) => readonly number[]) =>
    rateOf(pairs.map((pair) => listOf(pair).slice(0, complements).includes(pair.next)));
  const goesWith = ({ last, known }: (typeof pairs)[number], history: (typeof pairs)[number]['history']) => {
    const { kind } = set.itemOf(last);
    const accepts = (itemId: number) => set.itemOf(itemId).kind !== kind;
    const items = [{ itemId: last, weight: 1 }];
    return idsOf(recommender.goesWith({ items, history, exclude: known, k: complements, accepts }));
  };
  return {
    pairs: pairs.length,
    similar: rate(({ last }) => idsOf(recommender.similarItems(last, complements))),
    of_another_kind: rate(({ last }) => {
      const { kind } = set.itemOf(last);
      return idsOf(recommender.similarItems(last, 200)).filter((itemId) => set.itemOf(itemId).kind !== kind);
    }),
    goes_with_of_strangers: rate((pair) => goesWith(pair, [])),
    goes_with: rate((pair) => goesWith(pair, pair.history)),
  };
}

function browsingOf(set: DataSet, { recommender }: Trained, draws: number, seed: number) {
  const views = drawViews(set, draws, seed);
  const shelvesOfThen = views.map((viewed) => shelfOf50e7a1a(recommender, set, viewed));
  const shelves = views.map((viewed) => {
    const history = viewed.map((itemId, age) => ({ itemId, weight: 0.5 * 0.85 ** age }));
    return shelfOf(recommender, set, { history, known: new Set(viewed) }).items;
  });
  const before = varietyOf(set, shelvesOfThen);
  const now = varietyOf(set, shelves);
  return {
    shelves: views.length,
    of_50e7a1a: { ...before, own_kinds_of_first_eight: ownKindsOf(set, views, shelvesOfThen) },
    now: { ...now, own_kinds_of_first_eight: ownKindsOf(set, views, shelves) },
    times_kinds: now.effective_kinds / before.effective_kinds,
    times_brands: now.effective_brands / before.effective_brands,
  };
}
