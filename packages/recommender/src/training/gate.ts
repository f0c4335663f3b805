import type { Edges, Ranker } from '@kindred/gnn';

export interface Gate {
  readonly passed: boolean;
  /** How far the model is from the floor, how certain that is, and how many people it was tested on. */
  readonly reason: string;
}

/** Standard errors that a difference has to exceed before it counts as worse. */
const tolerance = 2;

/**
 * Decides whether a model may serve: its Recall@K must not be lower than the floor's by more than chance explains.
 * The caller's floor is popularity, not the model that serves now. Both rank for the same users, so the difference is taken user by user (a paired comparison).
 */
export async function gateAgainst({
  model,
  floor,
  test,
  k,
}: {
  model: Ranker;
  floor: Ranker;
  test: Edges;
  k: number;
}): Promise<Gate> {
  const relevant = new Map<number, Set<number>>();
  test.users.forEach((user, edge) => {
    const items = relevant.get(user) ?? new Set();
    relevant.set(user, items.add(test.items[edge]));
  });
  const users = Int32Array.from(relevant.keys());
  const [modelRecall, floorRecall] = [
    await recallByUser(model, users, relevant, k),
    await recallByUser(floor, users, relevant, k),
  ];
  const differences = modelRecall.map((recall, index) => recall - floorRecall[index]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance =
    differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, differences.length - 1);
  const standardError = Math.sqrt(variance / differences.length);
  const passed = mean >= -tolerance * standardError;
  const direction = mean < 0 ? 'below' : 'above';
  const verdict = passed && mean < 0 ? ', no more than chance explains' : '';
  return {
    passed,
    reason: `Recall@${k} is ${Math.abs(mean).toFixed(4)} ${direction} popularity's, give or take ${(tolerance * standardError).toFixed(4)}${verdict}; tested on ${users.length.toLocaleString('en')} people`,
  };
}

async function recallByUser(
  ranker: Ranker,
  users: Int32Array,
  relevant: ReadonlyMap<number, ReadonlySet<number>>,
  k: number,
): Promise<number[]> {
  const lists = await ranker.rank(users, k);
  return Array.from(users, (user, index) => {
    const wanted = relevant.get(user)!;
    const hits = lists.subarray(index * k, (index + 1) * k).filter((item) => wanted.has(item)).length;
    return hits / wanted.size;
  });
}
