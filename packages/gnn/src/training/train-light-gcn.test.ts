import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { buildBipartiteGraph, interactionsOf } from '../graph/bipartite-graph.ts';
import { neighborsOf } from '../graph/csr.ts';
import { normalizedAdjacency } from '../graph/normalized-adjacency.ts';
import { splitInteractions } from '../graph/split-interactions.ts';
import { evaluateRanking } from '../metrics/evaluate-ranking.ts';
import { createEmbeddingRanker } from '../models/embedding-ranker.ts';
import { createPopularityRanker } from '../models/popularity.ts';
import { lightGCNReference } from '../nn/light-gcn-reference.ts';
import { createMatrix, dot, rowOf } from '../tensor/matrix.ts';
import { plantedGroups } from '../testing/planted-groups.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { relativeError } from '../testing/random-matrix.ts';
import { embedGraph } from './embed-graph.ts';
import type { LightGCNConfig } from './light-gcn-config.ts';
import { type EpochProgress, trainLightGCN } from './train-light-gcn.ts';

const SMALL: Partial<LightGCNConfig> = {
  embeddingDim: 32,
  batchSize: 512,
  negatives: { count: 64, popularityExponent: 0 },
  maxEpochs: 6,
};

/** Each test starts several pools of threads, on a machine that may be busy. */
const PATIENT = { timeout: 30_000 };

describe('training LightGCN', PATIENT, () => {
  it.each([
    { name: 'sampled softmax', config: {} },
    { name: 'sampled softmax from a random start', config: { start: 'random', maxEpochs: 15 } as const },
    {
      name: 'BPR',
      config: { loss: { kind: 'bpr' }, start: 'random', maxEpochs: 30, learningRate: 0.02 } as const,
    },
  ])('finds planted groups and beats popularity on held-out data with $name', async ({ config }) => {
    const { train, heldOut: test } = splitInteractions(plantedGroups(1), { fraction: 0.25, seed: 2 });
    const { model } = await trainLightGCN({ graph: train, config: { ...SMALL, ...config }, threads: 2 });

    const [learned] = await evaluateRanking({ ranker: createEmbeddingRanker(train, model), train, test });
    const [popular] = await evaluateRanking({ ranker: createPopularityRanker(train), train, test });
    expect(learned!.recall).toBeGreaterThan(2.5 * popular!.recall);
    expect(learned!.ndcg).toBeGreaterThan(2.5 * popular!.ndcg);
  });

  it('returns the same bits for the same seed on any number of threads, and others for another seed', async () => {
    const graph = plantedGroups(3);
    const train = (threads: number, seed: number) =>
      trainLightGCN({ graph, threads, config: { ...SMALL, embeddingDim: 64, maxEpochs: 2, seed } });
    const first = await train(1, 7);
    for (const threads of [1, 2, 3]) {
      const again = await train(threads, 7);
      expect(again.model).toEqual(first.model);
      expect(again.history).toEqual(first.history);
    }
    expect((await train(1, 8)).model.itemEmbeddings).not.toEqual(first.model.itemEmbeddings);
  });

  it('reports every epoch, and returns the one that validated best', async () => {
    const reports: EpochProgress[] = [];
    const { train: graph, heldOut: validation } = splitInteractions(plantedGroups(4), {
      fraction: 0.2,
      seed: 1,
    });
    const { model, history, bestEpoch } = await trainLightGCN({
      graph,
      validation,
      config: { ...SMALL, learningRate: 0.3, schedule: 'constant', maxEpochs: 30, patience: 3 },
      onProgress: (progress) => reports.push(progress),
    });

    const recalls = history.map((record) => record.validation!.recall);
    expect(reports.map(({ epoch }) => epoch)).toEqual(history.map((_, epoch) => epoch));
    expect(bestEpoch).toBe(recalls.indexOf(Math.max(...recalls)));
    expect(history.length).toBe(Math.min(30, bestEpoch + 3) + 1);
    expect(reports.every(({ elapsedMs }, j) => j === 0 || elapsedMs > reports[j - 1]!.elapsedMs)).toBe(true);
    expect(reports[1]!.estimatedRemainingMs).toBeGreaterThan(0);
    const [metrics] = await evaluateRanking({
      ranker: createEmbeddingRanker(graph, model),
      train: graph,
      test: validation,
    });
    expect(metrics!.recall).toBeCloseTo(Math.max(...recalls), 6);
  });

  it('trains without validation, on the smallest graph and with more columns than ranks', async () => {
    const graph = buildBipartiteGraph({
      users: Int32Array.of(0),
      items: Int32Array.of(0),
      numUsers: 2,
      numItems: 2,
    });
    const { model, bestEpoch } = await trainLightGCN({
      graph,
      validation: 'none',
      config: { ...SMALL, maxEpochs: 2 },
    });
    expect(bestEpoch).toBe(2);
    for (const { data } of [model.userEmbeddings, model.itemEmbeddings])
      expect(data.every(Number.isFinite)).toBe(true);
  });

  it.each([
    [{ embeddingDim: 0 }, "LightGCN's embeddingDim is 0"],
    [{ learningRate: Number.NaN }, "LightGCN's learningRate is NaN"],
    [{ negatives: { count: 1.5, popularityExponent: 0 } }, "LightGCN's negatives.count is 1.5"],
    [
      { loss: { kind: 'sampled-softmax', similarity: 'dot', temperature: 0 } as const },
      "LightGCN's loss.temperature is 0",
    ],
  ])('refuses a wrong configuration: %o', async (config, message) => {
    await expect(trainLightGCN({ graph: plantedGroups(1), config })).rejects.toThrow(message);
  });

  it('refuses a validation with a user or an item that the graph does not know', async () => {
    const graph = plantedGroups(1);
    const validate = (user: number, item: number) =>
      trainLightGCN({ graph, validation: { users: Int32Array.of(user), items: Int32Array.of(item) } });
    await expect(validate(300, 0)).rejects.toThrow(
      'The validation names user 300, but there are only 300 users',
    );
    await expect(validate(0, -1)).rejects.toThrow(
      'The validation names item -1, but there are only 120 items',
    );
  });

  it('rejects when the loss is not a number', async () => {
    const config: Partial<LightGCNConfig> = { ...SMALL, loss: { kind: 'bpr' }, learningRate: 1e38 };
    await expect(trainLightGCN({ graph: plantedGroups(1), config })).rejects.toThrow(
      /The loss became .* in epoch 1/,
    );
  });
});

describe('a training run', PATIENT, () => {
  it('stops when its signal says so, with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const training = trainLightGCN({
      graph: plantedGroups(5),
      config: { ...SMALL, maxEpochs: 10_000, patience: 10_000 },
      signal: controller.signal,
      onProgress: ({ epoch }) => epoch === 2 && controller.abort(reason),
    });
    await expect(training).rejects.toBe(reason);
  });

  it('can run inside a worker thread', async () => {
    const source = `
      const { parentPort } = require('node:worker_threads');
      (async () => {
        const { trainLightGCN } = await import(${JSON.stringify(new URL('./train-light-gcn.ts', import.meta.url).href)});
        const { plantedGroups } = await import(${JSON.stringify(new URL('../testing/planted-groups.ts', import.meta.url).href)});
        const { model } = await trainLightGCN({ graph: plantedGroups(1), threads: 2, config: { embeddingDim: 32, maxEpochs: 1 } });
        parentPort.postMessage(model.numItems);
      })();`;
    const worker = new Worker(source, { eval: true, execArgv: [] });
    const message = await new Promise((resolve, reject) =>
      worker.once('message', resolve).once('error', reject),
    );
    expect(message).toBe(120);
    await worker.terminate();
  });

  it('lets the process end, and frees its memory', async () => {
    const script = `
      const { trainLightGCN } = await import(${JSON.stringify(new URL('./train-light-gcn.ts', import.meta.url).href)});
      const { plantedGroups } = await import(${JSON.stringify(new URL('../testing/planted-groups.ts', import.meta.url).href)});
      const graph = plantedGroups(1);
      const train = () => trainLightGCN({ graph, threads: 2, config: { embeddingDim: 256, batchSize: 4096, maxEpochs: 1, start: 'random' } });
      const sizes = [];
      for (let n = 0; n < 6; n++) { await train(); globalThis.gc(); sizes.push(process.memoryUsage().rss / 2 ** 20); }
      console.log(JSON.stringify({ sizes, workers: process.getActiveResourcesInfo().filter((name) => /Worker|Message/.test(name)).length }));`;
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      timeout: 30_000,
    });
    const { sizes, workers } = JSON.parse(stdout);
    expect(workers).toBe(0);
    // A run holds some 20 MiB. If runs kept theirs, the growth from the third to the last would be 60.
    expect(sizes.at(-1) - sizes[2]).toBeLessThan(40);
  });
});

describe('embedding a graph again', PATIENT, () => {
  it('gives the trained model on the same graph, and lets new interactions count without training', async () => {
    const graph = plantedGroups(7);
    const { model, config } = await trainLightGCN({ graph, config: { ...SMALL, maxEpochs: 2 } });
    const { userTable, itemTable } = model.embeddings;
    const table = createMatrix(graph.numNodes, 32, Float32Array.from([...userTable.data, ...itemTable.data]));
    expect((await embedGraph({ graph, table, config, threads: 1 })).embeddings).toEqual(model.embeddings);

    const { users, items } = interactionsOf(graph);
    const grown = buildBipartiteGraph({
      users: Int32Array.from([...users, 0, 0, 0]),
      items: Int32Array.from([...items, 1, 7, 13]),
      numUsers: graph.numUsers,
      numItems: graph.numItems,
    });
    const after = await embedGraph({ graph: grown, table, config, threads: 2 });
    const similarity = (of: typeof model) => dot(of.userEmbedding(0), rowOf(of.itemEmbeddings, 19));
    expect(similarity(after)).toBeGreaterThan(similarity(model));
  });
});

describe('folding a user in', PATIENT, () => {
  it('gives a new user the vector and the ranking that the graph would give', async () => {
    const graph = plantedGroups(6);
    const config: Partial<LightGCNConfig> = { ...SMALL, maxEpochs: 4, numLayers: 3 };
    const { model } = await trainLightGCN({ graph, config, validation: 'none' });
    const { userTable, foldInVectors } = model.embeddings;
    expect(foldInVectors.rows).toBe(120);

    // The exact identity: a known user's output is the fold-in of their items plus their own row's share.
    for (const user of [0, 17, 299]) {
      const folded = model.foldIn(neighborsOf(graph.userItems, user));
      const expected = folded.map((x, c) => x + rowOf(userTable, user)[c]! / 4);
      expect(relativeError(model.userEmbedding(user).slice(), expected)).toBeLessThan(1e-5);
    }
  });

  it('is the layer combination of a user who is added to the graph, but for what the user changes elsewhere', async () => {
    const known = randomGraph(400, 100, 6000, 2);
    const { users, items } = interactionsOf(known);
    const history = [3, 8, 20, 41, 60];
    const grown = buildBipartiteGraph({
      users: Int32Array.from([...users, ...history.map(() => 400)]),
      items: Int32Array.from([...items, ...history]),
      numUsers: 401,
      numItems: 100,
    });
    const { model } = await trainLightGCN({
      graph: known,
      config: { ...SMALL, maxEpochs: 2 },
      validation: 'none',
    });

    const { userTable, itemTable } = model.embeddings;
    const table = Float64Array.from([...userTable.data, ...new Float32Array(32), ...itemTable.data]);
    const output = lightGCNReference(normalizedAdjacency(grown), table, 32, 3);
    const full = Float32Array.from(output.subarray(400 * 32, 401 * 32));

    const folded = model.foldIn(history);
    const cosine = (a: Float32Array, b: Float32Array) => {
      const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, c) => sum + value * y[c]!, 0);
      return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    };
    expect(cosine(folded, full)).toBeGreaterThan(0.99);
  });

  it('counts a repeated item once, gives zeros to an empty history and refuses an unknown item', async () => {
    const { model } = await trainLightGCN({ graph: plantedGroups(6), config: { ...SMALL, maxEpochs: 1 } });
    expect(model.foldIn([4, 4, 9])).toEqual(model.foldIn([4, 9]));
    expect(model.foldIn([])).toEqual(new Float32Array(32));
    expect(() => model.foldIn([120])).toThrow("Item 120 is not among the model's 120 items");
    expect(() => model.userEmbedding(300)).toThrow("User 300 is not among the model's 300 users");
  });
});
