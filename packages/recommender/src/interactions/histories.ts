import type { Edges } from '@kindred/gnn';

/** Returns each user's items, the newest first, as views of one array. `edges` are ordered from the oldest. */
export function createHistories({ users, items }: Edges, numUsers: number): (user: number) => Int32Array {
  const starts = new Int32Array(numUsers + 1);
  for (const user of users) starts[user + 1]++;
  for (let user = 0; user < numUsers; user++) starts[user + 1] += starts[user];
  const next = starts.slice(0, numUsers);
  const histories = new Int32Array(items.length);
  for (let edge = users.length - 1; edge >= 0; edge--) histories[next[users[edge]]++] = items[edge];
  return (user) => histories.subarray(starts[user], starts[user + 1]);
}
