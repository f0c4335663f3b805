/**
 * @file A trained model on disk: a directory with `model.safetensors` (what its kind wrote, the lists by which it ranks, and item ids),
 * `item-names.json` (the catalogue's name of each item in the order of the rows, because an id means something to one shop only), and
 * `manifest.json`, which seals them by size and SHA-256 and is written last. It holds nothing about single users. Older folders do, in files and
 * tensors that this version does not read.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSafetensors, type Tensor, writeSafetensors } from '@kindred/gnn';
import { neighbourTensors, readNeighbours } from '../models/co-purchase/trained-neighbours.ts';
import type { ModelKind } from '../models/model-kind.ts';
import { modelKinds } from '../models/model-kinds.ts';
import { createStoredTensors, type StoredTensors } from '../models/stored-tensors.ts';
import { problemOf } from '../serving/nearest.ts';
import { createRecommender, type ItemLists } from '../serving/recommender.ts';
import type { RecommenderModel } from '../serving/recommender-model.ts';
import type { TrainedRecommender } from '../training/train-recommender.ts';
import { type Manifest, parseManifest } from './manifest.ts';

const tensorsFile = 'model.safetensors';
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
  const { model, lists, itemIds } = trained;
  if (itemNames.length !== itemIds.length)
    throw new RangeError(`There are ${itemIds.length} items, but ${itemNames.length} names of them.`);
  await mkdir(directory, { recursive: true });
  const vector = (data: Int32Array): Tensor => ({ shape: [data.length], data });
  const tensors = new Map([
    ...neighbourTensors(lists.neighbours),
    ...model.tensors(),
    ['nearest', vector(lists.nearest)],
    ['item_ids', vector(itemIds)],
  ]);
  await writeSafetensors(join(directory, tensorsFile), tensors);
  await writeFile(join(directory, namesFile), `${JSON.stringify(itemNames)}\n`, { flush: true });
  const seals = [tensorsFile, namesFile].map(
    async (name) => [name, sealOf(await readFile(join(directory, name)))] as const,
  );
  const manifest = {
    format: 'kindred-model/1',
    version,
    kind: trained.kind,
    trained_at: new Date().toISOString(),
    code_version: codeVersion,
    num_users: 0,
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
  const { version, kind: name, num_items: numItems } = manifest;
  const kind = kinds.find((one) => one.name === name);
  if (!kind)
    throw new Error(
      `${manifestFile}: /kind is ${name}, which is none of ${kinds.map((one) => one.name).join(', ')}.`,
    );
  const [tensorBytes, nameBytes] = await Promise.all([
    readSealed(directory, tensorsFile, manifest.files[tensorsFile]),
    manifest.files[namesFile] && readSealed(directory, namesFile, manifest.files[namesFile]),
  ]);
  const { tensors } = parseSafetensors(tensorBytes, { source: join(directory, tensorsFile) });
  const stored = createStoredTensors({ source: tensorsFile, tensors, numItems });
  const itemIds = stored.ints('item_ids', numItems);
  const names: unknown = nameBytes && JSON.parse(nameBytes.toString());
  if (names !== undefined && !(Array.isArray(names) && names.length === numItems))
    throw new Error(`${namesFile} must be a list of ${numItems} names.`);
  if (new Set(itemIds).size !== numItems) throw stored.wrong('item_ids repeat.');

  const lists = readLists(stored);
  const model = createRecommender({ version, kind: name, itemIds, model: kind.load(stored), lists });
  warmUp(model, itemIds);
  return model;
}

function readLists(stored: StoredTensors): ItemLists {
  const neighbours = stored.has('neighbours') && { neighbours: readNeighbours(stored) };
  if (!stored.has('nearest')) return { ...neighbours };
  const nearest = stored.ints('nearest');
  const problem = problemOf(nearest, stored.numItems);
  if (problem) throw stored.wrong(problem);
  return { nearest, ...neighbours };
}

/** Makes the calls that the shop will make, so that the first shopper does not wait for compilation. */
function warmUp(model: RecommenderModel, itemIds: Int32Array): void {
  const exclude = new Set<number>();
  for (let round = 0; round < 20; round++) {
    const itemId = itemIds[round % itemIds.length];
    const asked = { history: [{ itemId, weight: 1 }], exclude, k: 50 };
    const shelf = [
      ...model.recommendForHistory(asked),
      ...model.recommendForHistory({ ...asked, among: [...itemIds.subarray(0, 50)] }),
      ...model.similarItems(itemId, 50),
    ];
    if (!shelf.every(({ score }) => Number.isFinite(score)))
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
