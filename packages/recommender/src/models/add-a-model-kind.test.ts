import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadArtefact, saveArtefact } from '../artefact/artefact.ts';
import { groupOfItem, plantedFeatures, plantInteractions } from '../testing/planted-interactions.ts';
import { trainRecommender } from '../training/train-recommender.ts';
import { modelKindNamed, modelKinds } from './model-kinds.ts';
import { byFeatures } from './testing/by-features.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

/** The list with the guide's kind. */
const kinds = [...modelKinds, byFeatures];

test('the guide shows exactly the kind that these tests use', () => {
  const guide = read('../../../../docs/guides/add-a-model-kind.md');
  expect(guide).toContain(`\`\`\`ts\n${read('testing/by-features.ts')}\`\`\``);
});

test('a kind of one folder and one line of the list is trained, tested, stored, loaded and asked', async () => {
  const interactions = plantInteractions();
  const trained = await trainRecommender({
    kind: modelKindNamed('by-features', kinds),
    interactions,
    itemFeatures: plantedFeatures(interactions),
    seed: 1,
    threads: 1,
  });
  expect(trained.report.holdout.recall).toBeGreaterThan(2 * trained.report.popularity.recall);
  expect(trained.gate.passed).toBe(true);

  const folder = mkdtempSync(join(tmpdir(), 'kindred-kind-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const itemNames = Array.from(trained.itemIds, String);
  const codeVersion = '0.0.0';
  await saveArtefact(folder, { version: 'v', graphHash: '0'.repeat(64), codeVersion, trained, itemNames });
  const model = await loadArtefact(folder, kinds);
  expect(model).toMatchObject({ version: 'v', kind: 'by-features' });
  const history = [{ itemId: 1_042, weight: 1 }];
  const shelf = model.recommendForHistory({ history, exclude: new Set([1_042]), k: 10 });
  expect(shelf.map(({ itemId }) => groupOfItem(itemId))).toEqual(Array(10).fill(2));
});

test('the error for an unknown kind lists the known ones', () => {
  expect(() => modelKindNamed('gru', kinds)).toThrow(
    /^There is no kind of model "gru"\. The kinds are lightgcn, .*by-features\.$/,
  );
});
