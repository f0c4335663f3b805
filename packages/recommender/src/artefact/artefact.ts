/**
 * @file A trained model on disk: a directory with `model.safetensors` (embeddings and item ids), `user-ids.json`
 * (in the order of the rows), `item-names.json` (what the world calls each item, as its id means something to one shop only) and
 * `manifest.json`, which seals them by size and SHA-256 and is written last.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Matrix, parseSafetensors, type Tensor, writeSafetensors } from '@kindred/gnn';
import { createFactorModel } from '../serving/factor-model.ts';
import type { RecommenderModel } from '../serving/recommender-model.ts';
import type { TrainedRecommender } from '../training/train-recommender.ts';
import { type Manifest, parseManifest } from './manifest.ts';

const tensorsFile = 'model.safetensors';
const usersFile = 'user-ids.json';
const oldUsersFile = 'user-ids.txt';
const namesFile = 'item-names.json';
const manifestFile = 'manifest.json';

/** Writes a model's directory; a reader finds it whole, or without the manifest that makes it one. */
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
  const { userEmbeddings, itemEmbeddings, foldInVectors } = model.embeddings;
  const tensor = ({ rows, columns, data }: Matrix) => ({ shape: [rows, columns], data });
  await writeSafetensors(
    join(directory, tensorsFile),
    new Map<string, Tensor>([
      ['user_embeddings', tensor(userEmbeddings)],
      ['item_embeddings', tensor(itemEmbeddings)],
      ['fold_in_vectors', tensor(foldInVectors)],
      ['item_ids', { shape: [itemIds.length], data: itemIds }],
    ]),
  );
  await writeFile(join(directory, usersFile), `${JSON.stringify(userIds)}\n`, { flush: true });
  await writeFile(join(directory, namesFile), `${JSON.stringify(itemNames)}\n`, { flush: true });
  const manifest: Manifest = {
    format: 'kindred-model/1',
    version,
    kind: trained.kind,
    trained_at: new Date().toISOString(),
    code_version: codeVersion,
    embedding_dim: model.embeddingDim,
    num_users: userIds.length,
    num_items: itemIds.length,
    graph_hash: graphHash,
    config: { ...trained.config },
    report: { ...trained.report },
    files: {
      [tensorsFile]: sealOf(await readFile(join(directory, tensorsFile))),
      [usersFile]: sealOf(await readFile(join(directory, usersFile))),
      [namesFile]: sealOf(await readFile(join(directory, namesFile))),
    },
  };
  await writeFile(join(directory, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
}

/**
 * Reads, validates and warms up a model.
 * @throws Error that names the file and what is wrong with it: missing, changed, of other sizes than the
 *   manifest says, numbers that are not finite, ids that repeat
 */
export async function loadArtefact(directory: string): Promise<RecommenderModel> {
  const manifest = parseManifest(await readFile(join(directory, manifestFile), 'utf8'));
  const [tensorBytes, userIds, nameBytes] = await Promise.all([
    readSealed(directory, tensorsFile, manifest.files[tensorsFile]),
    readUserIds(directory, manifest),
    manifest.files[namesFile] && readSealed(directory, namesFile, manifest.files[namesFile]),
  ]);
  const { tensors } = parseSafetensors(tensorBytes, { source: join(directory, tensorsFile) });

  function matrix(name: string, rows: number): Matrix {
    const found = tensors.get(name);
    const columns = manifest.embedding_dim;
    if (!found || !(found.data instanceof Float32Array) || found.shape.join() !== [rows, columns].join())
      throw new Error(
        `${tensorsFile}: ${name} must be float32 of ${rows} x ${columns}, but is ${describe(found)}.`,
      );
    return { rows, columns, data: found.data };
  }

  const itemIds = tensors.get('item_ids');
  if (!itemIds || !(itemIds.data instanceof Int32Array) || itemIds.data.length !== manifest.num_items)
    throw new Error(
      `${tensorsFile}: item_ids must be int32 of ${manifest.num_items}, but is ${describe(itemIds)}.`,
    );
  const names: unknown = nameBytes && JSON.parse(nameBytes.toString());
  if (names !== undefined && !(Array.isArray(names) && names.length === manifest.num_items))
    throw new Error(`${namesFile} must be a list of ${manifest.num_items} names.`);
  if (new Set(itemIds.data).size !== itemIds.data.length) throw new Error(`${tensorsFile}: item_ids repeat.`);

  const model = createFactorModel({
    version: manifest.version,
    kind: manifest.kind,
    userIds,
    itemIds: itemIds.data,
    userEmbeddings: matrix('user_embeddings', manifest.num_users),
    itemEmbeddings: matrix('item_embeddings', manifest.num_items),
    foldInVectors: matrix('fold_in_vectors', manifest.num_items),
  });
  warmUp(model, userIds, itemIds.data);
  return model;
}

async function readUserIds(directory: string, { files, num_users: count }: Manifest): Promise<string[]> {
  const name = files[usersFile] ? usersFile : oldUsersFile;
  const seal = files[name];
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

/** Asks as the shop will, so that the first shopper does not wait for compilation. */
function warmUp(model: RecommenderModel, userIds: readonly string[], itemIds: Int32Array): void {
  for (let round = 0; round < 20; round++) {
    const userId = userIds[round % userIds.length];
    const itemId = itemIds[round % itemIds.length];
    const shelf = model.recommendForUser({ userId, recent: [itemId], exclude: new Set(), k: 50 });
    if (shelf.length === 0 || shelf.some(({ score }) => !Number.isFinite(score)))
      throw new Error(`The model has no sound recommendation for its own user ${round}.`);
    model.similarItems(itemId, 50);
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

function describe(tensor: { shape: readonly number[]; data: object } | undefined): string {
  return tensor ? `${tensor.data.constructor.name} of ${tensor.shape.join(' x ')}` : 'missing';
}
