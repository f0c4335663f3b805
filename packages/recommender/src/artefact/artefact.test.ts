import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFactorModel } from '../serving/factor-model.ts';
import { plantInteractions } from '../testing/planted-interactions.ts';
import { type TrainedRecommender, trainRecommender } from '../training/train-recommender.ts';
import { loadArtefact, saveArtefact } from './artefact.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindred-artefact-'));
const sound = join(folder, 'sound');
let trained: TrainedRecommender;

const sealed = () => ({
  version: 'lightgcn-test',
  graphHash: '0'.repeat(64),
  codeVersion: '0.0.0',
  trained,
  itemNames: Array.from(trained.itemIds, (itemId) => `B${itemId}`),
});

beforeAll(async () => {
  trained = await trainRecommender({
    interactions: plantInteractions({ usersAGroup: 15 }),
    seed: 1,
    threads: 1,
  });
  await saveArtefact(sound, sealed());
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a loaded model answers as the one that was saved', async () => {
  const { userIds, itemIds, model } = trained;
  const before = createFactorModel({ version: 'x', kind: 'x', userIds, itemIds, ...model.embeddings });
  const after = await loadArtefact(sound);
  const question = { userId: 'user-11', recent: [1_003], exclude: new Set([1_001]), k: 12 };
  expect(after.recommendForUser(question)).toEqual(before.recommendForUser(question));
  expect(after.similarItems(1_005, 9)).toEqual(before.similarItems(1_005, 9));
  expect(after).toMatchObject({
    version: 'lightgcn-test',
    kind: 'lightgcn',
    numUsers: 90,
    numItems: itemIds.length,
  });
});

test('says what the world calls each item, row by row', () => {
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

test('an artefact of before items had names, with an id a line, still serves', async () => {
  const old = join(folder, 'old');
  cpSync(sound, old, { recursive: true });
  rmSync(join(old, 'item-names.json'));
  rmSync(join(old, 'user-ids.json'));
  const lines = `${trained.userIds.join('\n')}\n`;
  writeFileSync(join(old, 'user-ids.txt'), lines);
  const path = join(old, 'manifest.json');
  const { files, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  const seal = { bytes: lines.length, sha256: createHash('sha256').update(lines).digest('hex') };
  writeFileSync(
    path,
    JSON.stringify({
      ...manifest,
      files: { 'model.safetensors': files['model.safetensors'], 'user-ids.txt': seal },
    }),
  );
  const question = { userId: 'user-11', recent: [], exclude: new Set<number>(), k: 5 };
  expect((await loadArtefact(old)).recommendForUser(question)).toEqual(
    (await loadArtefact(sound)).recommendForUser(question),
  );
});

describe('a broken artefact is refused with what is wrong', () => {
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
    ['another width', (d) => edit(d, { embedding_dim: 8 }), /user_embeddings must be float32 of 90 x 8/],
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
