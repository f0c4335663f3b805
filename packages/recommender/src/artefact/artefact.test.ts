import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSafetensors } from '@kindred/gnn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelKindNamed, modelKinds } from '../models/model-kinds.ts';
import { byFeatures } from '../models/testing/by-features.ts';
import { createRecommender } from '../serving/recommender.ts';
import { plantedFeatures, plantInteractions } from '../testing/planted-interactions.ts';
import { type TrainedRecommender, trainRecommender } from '../training/train-recommender.ts';
import { loadArtefact, saveArtefact } from './artefact.ts';

const kinds = [...modelKinds, byFeatures];
const folder = mkdtempSync(join(tmpdir(), 'kindred-artefact-'));
const sound = join(folder, 'sound');
let trained: TrainedRecommender;

const interactions = plantInteractions({ usersAGroup: 15 });
const itemFeatures = plantedFeatures(interactions);
const train = (kind: string) =>
  trainRecommender({ kind: modelKindNamed(kind), interactions, itemFeatures, seed: 1, threads: 1 });

const sealed = () => ({
  version: 'lightgcn-test',
  graphHash: '0'.repeat(64),
  codeVersion: '0.0.0',
  trained,
  itemNames: Array.from(trained.itemIds, (itemId) => `B${itemId}`),
});

beforeAll(async () => {
  trained = await train('lightgcn');
  await saveArtefact(sound, sealed());
});
afterAll(() => rmSync(folder, { recursive: true }));

const weighted = (...itemIds: number[]) => itemIds.map((itemId) => ({ itemId, weight: 1 }));
const question = { history: weighted(1_003, 1_025), exclude: new Set([1_003, 1_025]), k: 12 };

test.each(modelKinds)('a loaded $name answers as the one that was saved', async ({ name: kind }) => {
  const one = kind === trained.kind ? trained : await train(kind);
  const directory = join(folder, kind);
  await saveArtefact(directory, { ...sealed(), version: 'a-test', trained: one });
  const before = createRecommender({ ...one, version: 'a-test' });
  const after = await loadArtefact(directory);
  expect(after.recommendForHistory(question)).toEqual(before.recommendForHistory(question));
  expect(after.recommendForHistory(question)).toHaveLength(12);
  expect(after.similarItems(1_005, 9)).toEqual(before.similarItems(1_005, 9));
  expect(after.likedTogether(1_005, 9)).toEqual(before.likedTogether(1_005, 9));
  expect(after.likedTogether(1_005, 9)).toHaveLength(9);
  expect(after).toMatchObject({ version: 'a-test', kind, numItems: one.itemIds.length });
});

test.each(modelKinds)('a stored $name has no ids of users', ({ name: kind }) => {
  const files = globSync('*', { cwd: join(folder, kind) });
  expect(files.sort()).toEqual(['item-names.json', 'manifest.json', 'model.safetensors']);
  const texts = files.map((file) => readFileSync(join(folder, kind, file), 'latin1'));
  expect(texts.join()).not.toContain('user-11');
});

test('stores the catalogue’s name of each item, row by row', () => {
  const names = JSON.parse(readFileSync(join(sound, 'item-names.json'), 'utf8'));
  expect(names).toEqual(Array.from(trained.itemIds, (itemId) => `B${itemId}`));
});

/** Changes the manifest and seals the folder again. */
function reseal(
  directory: string,
  change: (manifest: Record<string, unknown>) => object,
  files: readonly string[],
) {
  const path = join(directory, 'manifest.json');
  const seals = files.map((name) => {
    const bytes = readFileSync(join(directory, name));
    return [name, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }];
  });
  const manifest = change(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify({ ...manifest, files: Object.fromEntries(seals) }));
}

test('a folder from before there were lists and names, with a vector and an id for each user, still serves', async () => {
  const old = join(folder, 'old');
  cpSync(sound, old, { recursive: true });
  rmSync(join(old, 'item-names.json'));
  writeFileSync(join(old, 'user-ids.txt'), 'user-1\n');
  const ids = { shape: [trained.itemIds.length], data: trained.itemIds };
  const users = { shape: [1, 64], data: new Float32Array(64) };
  const tensors = new Map([
    ...trained.model.tensors(),
    ['user_embeddings', users],
    ['item_ids', ids],
  ] as const);
  await writeSafetensors(join(old, 'model.safetensors'), tensors);
  reseal(old, (manifest) => ({ ...manifest, num_users: 1, embedding_dim: 64 }), [
    'model.safetensors',
    'user-ids.txt',
  ]);
  const model = await loadArtefact(old);
  const shelf = model.recommendForHistory(question);
  expect(shelf).toHaveLength(12);
  const own = [question.history[0]];
  const cause = model.causes({ ...question, history: own });
  expect(
    shelf.map(({ itemId }) => cause(itemId)).filter((itemId) => itemId === 1_003).length,
  ).toBeGreaterThan(0);
  expect(model.likedTogether(1_005, 9)).toEqual([]);
});

describe('a broken artefact is rejected with the reason', () => {
  const cases: [string, (directory: string) => void, RegExp][] = [
    ['no manifest', (d) => rmSync(join(d, 'manifest.json')), /ENOENT.*manifest\.json/],
    [
      'a manifest that is not JSON',
      (d) => writeFileSync(join(d, 'manifest.json'), '{'),
      /manifest\.json is not JSON/,
    ],
    ['no tensors', (d) => rmSync(join(d, 'model.safetensors')), /ENOENT.*model\.safetensors/],
    [
      'tensors cut short',
      (d) => truncateSync(join(d, 'model.safetensors'), 500),
      /has 500 bytes, but \d+ were written/,
    ],
    [
      'another item’s name',
      (d) => {
        const path = join(d, 'item-names.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('B1007', 'B1XX7'));
      },
      /item-names\.json is not what was written/,
    ],
    ['no names of items', (d) => rmSync(join(d, 'item-names.json')), /ENOENT.*item-names\.json/],
    ['another format', (d) => edit(d, { format: 'kindred-model/9' }), /manifest\.json: \/format/],
    ['other sizes than the manifest says', (d) => edit(d, { num_items: 7 }), /item_ids must be int32 of 7/],
    [
      'a kind that is not known',
      (d) => edit(d, { kind: 'gru' }),
      /\/kind is gru, which is none of lightgcn, co-purchase, by-features/,
    ],
    [
      'another kind than the tensors are of',
      (d) => edit(d, { kind: 'by-features' }),
      /model\.safetensors: item_features must be float32 of 120 x any, but is missing/,
    ],
  ];

  function edit(directory: string, change: object): void {
    const path = join(directory, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
  }

  test.each(cases)('%s', async (name, damage, message) => {
    const copy = join(folder, name.replaceAll(/\W/g, '-'));
    cpSync(sound, copy, { recursive: true });
    damage(copy);
    await expect(loadArtefact(copy, kinds)).rejects.toThrow(message);
  });
});
