import { createMatrix, createRandom, type Matrix, TopKIndex } from '@kindred/gnn';
import { type TopKList, topKReference } from '../packages/gnn/src/kernels/top-k/reference.ts';
import { type BenchmarkReport, type Contender, runContest } from './contest.ts';
import { TorchPeer } from './torch-peer.ts';

const NUM_ITEMS = 50_000;
const COLUMNS = 64;
const K = 50;
const ROUNDS = 9;
/** Single queries take well under a millisecond, so each measurement makes this many, one after the other. */
const QUERIES = 64;

/** The 50 best of 50,000 items for single queries, on one thread. */
export const topKBenchmark = {
  summary: 'the 50 best of 50,000 items, 64 columns, 1 thread: WebAssembly, JavaScript, PyTorch',

  async run(): Promise<BenchmarkReport> {
    const items = randomMatrix(NUM_ITEMS, 1);
    const queries = randomMatrix(QUERIES, 2);
    const query = (q: number) => queries.data.subarray(q * COLUMNS, (q + 1) * COLUMNS);
    const index = new TopKIndex(items);
    const torch = await TorchPeer.start(
      'topk.py',
      { items: items.data, queries: queries.data },
      { threads: 1, columns: COLUMNS, k: K },
    );
    try {
      let lists: TopKList[] = [];
      let batch: TopKList | undefined;
      const contenders: Contender[] = [
        {
          name: 'Kindred: WebAssembly SIMD, one query at a time',
          run: () => {
            lists = Array.from({ length: QUERIES }, (_, q) => index.search(query(q), { k: K }));
          },
        },
        {
          name: 'Kindred: WebAssembly SIMD, one batch',
          run: () => {
            batch = index.searchBatch(queries.data, { k: K });
          },
        },
        {
          name: 'JavaScript: scores, then a heap-free selection',
          run: () => {
            for (let q = 0; q < QUERIES; q++) selectTopK(items, query(q));
          },
        },
      ];
      if (torch instanceof TorchPeer)
        contenders.push({ name: `${torch.version}: one batch`, run: () => torch.run() });
      const measurements = await runContest(contenders, ROUNDS);

      const expected = Int32Array.from({ length: QUERIES }, (_, q) => q).reduce<number[]>(
        (all, q) => all.concat([...topKReference(items, query(q), K, new Set()).items]),
        [],
      );
      const results: [string, ArrayLike<number>][] = [
        ['One query at a time', lists.flatMap((list) => [...list.items])],
        ['One batch', batch!.items],
        ['JavaScript', Array.from({ length: QUERIES }, (_, q) => selectTopK(items, query(q))).flat()],
      ];
      if (torch instanceof TorchPeer) results.push(['PyTorch', await torch.result()]);
      return {
        name: 'topk',
        setting: `${QUERIES} queries, the ${K} best of ${NUM_ITEMS} items, ${COLUMNS} columns, float32, 1 thread`,
        rounds: ROUNDS,
        measurements,
        absent: torch instanceof TorchPeer ? [] : [torch],
        disagreements: results.flatMap(([name, found]) => {
          // Sums in another order may swap two scores that differ only by rounding.
          const different = expected.filter((item, j) => found[j] !== item).length;
          return different > 4
            ? [`${name} differs from the reference at ${different} of ${expected.length} positions.`]
            : [];
        }),
      };
    } finally {
      if (torch instanceof TorchPeer) await torch.stop();
    }
  },
};

function randomMatrix(rows: number, seed: number): Matrix {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, COLUMNS);
  for (let j = 0; j < matrix.data.length; j++) matrix.data[j] = random.normal();
  return matrix;
}

/** A careful plain version: four sums at a time, and a list kept sorted by insertion. */
function selectTopK({ rows, data }: Matrix, query: Float32Array): number[] {
  const scores = new Float64Array(K).fill(Number.NEGATIVE_INFINITY);
  const items = new Array<number>(K).fill(-1);
  for (let i = 0; i < rows; i++) {
    const at = i * COLUMNS;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let j = 0; j < COLUMNS; j += 4) {
      a += data[at + j]! * query[j]!;
      b += data[at + j + 1]! * query[j + 1]!;
      c += data[at + j + 2]! * query[j + 2]!;
      d += data[at + j + 3]! * query[j + 3]!;
    }
    const score = a + b + (c + d);
    if (score <= scores[K - 1]!) continue;
    let place = K - 1;
    for (; place > 0 && scores[place - 1]! < score; place--) {
      scores[place] = scores[place - 1]!;
      items[place] = items[place - 1]!;
    }
    scores[place] = score;
    items[place] = i;
  }
  return items;
}
