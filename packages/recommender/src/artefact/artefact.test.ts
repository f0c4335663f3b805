import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelKindNamed, modelKinds } from '../models/model-kinds.ts';
import { plantedFeatures, plantInteractions } from '../testing/planted-interactions.ts';
import { type TrainedRecommender, trainRecommender } from '../training/train-recommender.ts';
import { loadArtefact, saveArtefact } from './artefact.ts';

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

test.each(modelKinds)('a loaded $name answers as the one that was saved', async ({ name: kind }) => {
  const one = kind === trained.kind ? trained : await train(kind);
  const { userIds, itemIds, model } = one;
  const directory = join(folder, kind);
  await saveArtefact(directory, { ...sealed(), version: 'a-test', trained: one });
  const before = model.serve({ version: 'a-test', kind, userIds, itemIds });
  const after = await loadArtefact(directory);
  const question = { exclude: new Set([1_001]), k: 12 };
  const ofHistory = { ...question, history: [1_003, 1_025] };
  expect(after.recommendForHistory(ofHistory)).toEqual(before.recommendForHistory(ofHistory));
  expect(after.recommendForHistory(ofHistory)).toHaveLength(12);
  const ofUser = { ...question, userId: 'user-11', recent: [1_003] };
  expect(after.recommendForUser(ofUser)).toEqual(before.recommendForUser(ofUser));
  expect(after.similarItems(1_005, 9)).toEqual(before.similarItems(1_005, 9));
  expect(after).toMatchObject({ version: 'a-test', kind, numItems: itemIds.length });
  expect(after.numUsers).toBe(model.knowsUsers ? 90 : 0);
});

test('a model that knows no users stores no ids of users', () => {
  const files = globSync('*', { cwd: join(folder, 'co-purchase') });
  expect(files.sort()).toEqual(['item-names.json', 'manifest.json', 'model.safetensors']);
  const texts = files.map((file) => readFileSync(join(folder, 'co-purchase', file), 'latin1'));
  expect(texts.join()).not.toContain('user-11');
});

test('stores the catalogue’s name of each item, row by row', () => {
  const names = JSON.parse(readFileSync(join(sound, 'item-names.json'), 'utf8'));
  expect(names).toEqual(Array.from(trained.itemIds, (itemId) => `B${itemId}`));
});

test('a user id may be any text', async () => {
  const odd = join(folder, 'odd');
  const userIds = trained.userIds.with(0, 'A\nB "\u2028\\');
  await saveArtefact(odd, { ...sealed(), trained: { ...trained, userIds } });
  const question = { userId: userIds[0], recent: [], exclude: new Set<number>(), k: 5 };
  const before = (await loadArtefact(sound)).recommendForUser({ ...question, userId: trained.userIds[0] });
  expect((await loadArtefact(odd)).recommendForUser(question)).toEqual(before);
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

test.each([
  ['there were kinds of models: with the width beside the tensors', ['item-names.json', 'user-ids.json']],
  ['items had names, with one id per line', ['user-ids.txt']],
])('a folder from before %s still serves', async (_, lists) => {
  const old = join(folder, lists.join());
  cpSync(sound, old, { recursive: true });
  if (lists.includes('user-ids.txt')) {
    rmSync(join(old, 'item-names.json'));
    rmSync(join(old, 'user-ids.json'));
    writeFileSync(join(old, 'user-ids.txt'), `${trained.userIds.join('\n')}\n`);
  }
  reseal(old, (manifest) => ({ ...manifest, embedding_dim: 64 }), ['model.safetensors', ...lists]);
  const question = { userId: 'user-11', recent: [], exclude: new Set<number>(), k: 5 };
  const shelf = (await loadArtefact(old)).recommendForUser(question);
  expect(shelf).toHaveLength(5);
  expect(shelf).toEqual((await loadArtefact(sound)).recommendForUser(question));
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
      'another user’s name',
      (d) => {
        const path = join(d, 'user-ids.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('user-7', 'user-X'));
      },
      /user-ids\.json is not what was written/,
    ],
    ['no names of items', (d) => rmSync(join(d, 'item-names.json')), /ENOENT.*item-names\.json/],
    ['another format', (d) => edit(d, { format: 'kindred-model/9' }), /manifest\.json: \/format/],
    ['other sizes than the manifest says', (d) => edit(d, { num_items: 7 }), /item_ids must be int32 of 7/],
    ['more users than the manifest says', (d) => edit(d, { num_users: 7 }), /user-ids\.json has 90 users/],
    [
      'a kind that is not known',
      (d) => edit(d, { kind: 'gru' }),
      /\/kind is gru, which is none of lightgcn, co-purchase/,
    ],
    [
      'another kind than the tensors are of',
      (d) => edit(d, { kind: 'co-purchase' }),
      /model\.safetensors: neighbour_pointers must be int32 of 121, but is missing/,
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
    await expect(loadArtefact(copy)).rejects.toThrow(message);
  });
});
