/** @file Reads data sets in the LightGCN layout: `train.txt[.gz]` and `test.txt[.gz]`, with one line `user item item ...` per user. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type BipartiteGraph, buildBipartiteGraph } from '@kindred/gnn';

export interface Dataset {
  readonly train: BipartiteGraph;
  readonly test: { readonly users: Int32Array; readonly items: Int32Array };
}

/** If the data is missing, throws an error that says where it should be. */
export function readDataset(name: string): Dataset {
  const root = process.env.KINDRED_BENCH_DATA ?? join(import.meta.dirname, '../../shared/data/benchmarks');
  const train = readInteractions(join(root, name), 'train');
  const test = readInteractions(join(root, name), 'test');
  const all = (side: 'users' | 'items') =>
    1 +
    Math.max(
      train[side].reduce((a, b) => Math.max(a, b), 0),
      test[side].reduce((a, b) => Math.max(a, b), 0),
    );
  return { train: buildBipartiteGraph({ ...train, numUsers: all('users'), numItems: all('items') }), test };
}

function readInteractions(folder: string, part: string): { users: Int32Array; items: Int32Array } {
  const plain = join(folder, `${part}.txt`);
  const packed = `${plain}.gz`;
  const path = existsSync(packed) ? packed : plain;
  if (!existsSync(path)) {
    throw new Error(
      `No benchmark data at ${plain}[.gz]. Set KINDRED_BENCH_DATA to the folder that holds ${folder.split('/').at(-1)}/.`,
    );
  }
  const bytes = readFileSync(path);
  const text = (path === packed ? gunzipSync(bytes) : bytes).toString('latin1');
  const users: number[] = [];
  const items: number[] = [];
  for (const line of text.split('\n')) {
    const [user, ...list] = line.split(' ').filter(Boolean).map(Number);
    for (const item of list) {
      users.push(user!);
      items.push(item);
    }
  }
  return { users: Int32Array.from(users), items: Int32Array.from(items) };
}
