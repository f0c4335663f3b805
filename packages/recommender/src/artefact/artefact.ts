/**
 * @file A trained model on disk: a directory with `model.safetensors` (what its kind wrote, and item ids), `item-names.json` (the
 * catalogue's name of each item, because an id means something to one shop only), `user-ids.json` if the model knows users (both in the order
 * of the rows), and `manifest.json`, which seals them by size and SHA-256 and is written last.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSafetensors, type Tensor, writeSafetensors } from '@kindred/gnn';
import type { ModelKind } from '../models/model-kind.ts';
import { modelKinds } from '../models/model-kinds.ts';
import { createStoredTensors } from '../models/stored-tensors.ts';
import type { RecommenderModel, ScoredItem } from '../serving/recommender-model.ts';
import type { TrainedRecommender } from '../training/train-recommender.ts';
import { type Manifest, parseManifest } from './manifest.ts';

const tensorsFile = 'model.safetensors';
const usersFile = 'user-ids.json';
const oldUsersFile = 'user-ids.txt';
const namesFile = 'item-names.json';
const manifestFile = 'manifest.json';

/** Writes a model's directory. A reader finds it complete, or without the manifest that makes it valid. */
export async function saveArtefact(
  directory: string,
  {
    version,
    graphHash,
    codeVersion,
    trained,
    itemNames,
  }: {
    version: string;
    graphHash: string;
    codeVersion: string;
    trained: TrainedRecommender;
    /** In the order of `trained.itemIds`. */
    itemNames: readonly string[];
  },
): Promise<Manifest> {
  const { model, userIds, itemIds } = trained;
  if (itemNames.length !== itemIds.length)
    throw new RangeError(`There are ${itemIds.length} items, but ${itemNames.length} names of them.`);
  await mkdir(directory, { recursive: true });
  const ids: Tensor = { shape: [itemIds.length], data: itemIds };
  await writeSafetensors(join(directory, tensorsFile), new Map([...model.tensors(), ['item_ids', ids]]));
  const lists = { ...(model.knowsUsers && { [usersFile]: userIds }), [namesFile]: itemNames };
  for (const [name, list] of Object.entries(lists))
    await writeFile(join(directory, name), `${JSON.stringify(list)}\n`, { flush: true });
  const seals = [tensorsFile, ...Object.keys(lists)].map(
    async (name) => [name, sealOf(await readFile(join(directory, name)))] as const,
  );
  const manifest = {
    format: 'kindred-model/1',
    version,
    kind: trained.kind,
    trained_at: new Date().toISOString(),
    code_version: codeVersion,
    num_users: userIds.length,
    num_items: itemIds.length,
    graph_hash: graphHash,
    config: { ...trained.config },
    report: { ...trained.report },
    files: Object.fromEntries(await Promise.all(seals)) as Manifest['files'],
  } satisfies Manifest;
  await writeFile(join(directory, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
}

/**
 * Reads, validates and warms up a model.
 * @throws Error that names the file and the reason: missing, changed, a kind that is not among `kinds`, other sizes
 *   than in the manifest, numbers that are not finite, repeated ids
 */
export async function loadArtefact(
  directory: string,
  kinds: readonly ModelKind[] = modelKinds,
): Promise<RecommenderModel> {
  const manifest = parseManifest(await readFile(join(directory, manifestFile), 'utf8'));
  const { version, kind: name, num_users: numUsers, num_items: numItems } = manifest;
  const kind = kinds.find((one) => one.name === name);
  if (!kind)
    throw new Error(
      `${manifestFile}: /kind is ${name}, which is none of ${kinds.map((one) => one.name).join(', ')}.`,
    );
  const [tensorBytes, userIds, nameBytes] = await Promise.all([
    readSealed(directory, tensorsFile, manifest.files[tensorsFile]),
    readUserIds(directory, manifest),
    manifest.files[namesFile] && readSealed(directory, namesFile, manifest.files[namesFile]),
  ]);
  const { tensors } = parseSafetensors(tensorBytes, { source: join(directory, tensorsFile) });
  const stored = createStoredTensors({ source: tensorsFile, tensors, numUsers, numItems });
  const itemIds = stored.ints('item_ids', numItems);
  const names: unknown = nameBytes && JSON.parse(nameBytes.toString());
  if (names !== undefined && !(Array.isArray(names) && names.length === numItems))
    throw new Error(`${namesFile} must be a list of ${numItems} names.`);
  if (new Set(itemIds).size !== numItems) throw stored.wrong('item_ids repeat.');

  const model = kind.load(stored).serve({ version, kind: name, userIds, itemIds });
  warmUp(model, userIds, itemIds);
  return model;
}

async function readUserIds(directory: string, { files, num_users: count }: Manifest): Promise<string[]> {
  const name = files[usersFile] ? usersFile : oldUsersFile;
  const seal = files[name];
  if (!seal && count === 0) return [];
  if (!seal) throw new Error(`manifest.json: /files has no ${usersFile}`);
  const text = (await readSealed(directory, name, seal)).toString();
  const userIds: unknown = name === usersFile ? JSON.parse(text) : text.split('\n').slice(0, -1);
  if (!Array.isArray(userIds) || !userIds.every((userId) => typeof userId === 'string'))
    throw new Error(`${name} must be a list of texts.`);
  if (userIds.length !== count)
    throw new Error(`${name} has ${userIds.length} users, but the manifest says ${count}.`);
  if (new Set(userIds).size !== count) throw new Error(`${name} names a user twice.`);
  return userIds;
}

/** Makes the calls that the shop will make, so that the first shopper does not wait for compilation. */
function warmUp(model: RecommenderModel, userIds: readonly string[], itemIds: Int32Array): void {
  const areSound = (shelf: readonly ScoredItem[]) => shelf.every(({ score }) => Number.isFinite(score));
  const question = { exclude: new Set<number>(), k: 50 };
  for (let round = 0; round < 20; round++) {
    const itemId = itemIds[round % itemIds.length];
    if (userIds.length > 0) {
      const userId = userIds[round % userIds.length];
      const shelf = model.recommendForUser({ ...question, userId, recent: [itemId] });
      if (shelf.length === 0 || !areSound(shelf))
        throw new Error(`The model returns no valid recommendation for its own user ${round}.`);
    }
    const others = [
      ...model.recommendForHistory({ ...question, history: [itemId] }),
      ...model.similarItems(itemId, 50),
    ];
    if (!areSound(others))
      throw new Error(`The model returns no valid recommendation for its own item ${round}.`);
  }
}

function sealOf(bytes: Buffer): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readSealed(
  directory: string,
  name: string,
  written: { bytes: number; sha256: string },
): Promise<Buffer> {
  const bytes = await readFile(join(directory, name));
  const found = sealOf(bytes);
  if (found.bytes !== written.bytes)
    throw new Error(`${join(directory, name)} has ${found.bytes} bytes, but ${written.bytes} were written.`);
  if (found.sha256 !== written.sha256)
    throw new Error(`${join(directory, name)} is not what was written: its SHA-256 differs.`);
  return bytes;
}
