import { type BipartiteGraph, interactionsOf } from '../graph/bipartite-graph.ts';
import { neighborsOf } from '../graph/csr.ts';
import type { LossBatch } from '../losses/loss-batch.ts';
import { type AliasTable, createAliasTable } from '../tensor/alias-table.ts';
import { type Random, shuffle } from '../tensor/random.ts';
import type { BatchBuffers, BatchCapacity } from './batch-buffers.ts';
import { createNegativeSampler, type NegativeSampler } from './negative-sampler.ts';

export interface BatchSamplerOptions {
  readonly graph: BipartiteGraph;
  readonly batchSize: number;
  /** One negative for each pair, or this many that the whole batch shares (rounded up to a multiple of 16). */
  readonly negatives: 'per-pair' | { readonly shared: number };
  readonly popularityExponent: number;
  readonly random: Random;
}

/**
 * Cuts each epoch's shuffled interactions into batches and draws their negatives. If interactions have weights, an epoch has as many, drawn with replacement in
 * proportion to their weights, so that the loss counts each as its weight says. A batch groups its pairs by user and lists every
 * node once, so that the loss reads each output once. (Shared negatives are drawn with replacement and listed as drawn.)
 */
export class BatchSampler {
  readonly numBatches: number;
  readonly #graph: BipartiteGraph;
  readonly #batchSize: number;
  readonly #numShared: number;
  readonly #random: Random;
  readonly #negatives: NegativeSampler;
  readonly #users: Int32Array;
  readonly #items: Int32Array;
  readonly #order: Int32Array;
  /** Undefined if all interactions weigh the same. */
  readonly #byWeight: AliasTable | undefined;
  /** The slot of each node in the current batch, -1 for none. */
  readonly #slotOfNode: Int32Array;
  /** The first shared negative that is this item, -1 for none, and for each negative the next that is the same item. */
  readonly #negativeOfItem: Int32Array;
  readonly #sameNegative: Int32Array;

  constructor({ graph, batchSize, negatives, popularityExponent, random }: BatchSamplerOptions) {
    this.#graph = graph;
    this.#batchSize = Math.min(batchSize, graph.numInteractions);
    this.#numShared = negatives === 'per-pair' ? 0 : Math.ceil(negatives.shared / 16) * 16;
    this.#random = random;
    this.#negatives = createNegativeSampler(graph, popularityExponent, random);
    const { users, items } = interactionsOf(graph);
    this.#users = users;
    this.#items = items;
    this.#order = Int32Array.from(users, (_, e) => e);
    this.#byWeight = graph.weights && createAliasTable(Float64Array.from(graph.weights));
    this.#slotOfNode = new Int32Array(graph.numNodes).fill(-1);
    this.#negativeOfItem = new Int32Array(graph.numItems).fill(-1);
    this.#sameNegative = new Int32Array(this.#numShared);
    this.numBatches = Math.ceil(graph.numInteractions / this.#batchSize);
  }

  get numShared(): number {
    return this.#numShared;
  }

  get capacity(): BatchCapacity {
    const { numUsers, numItems } = this.#graph;
    const edgesPerPair = this.#numShared > 0 ? 1 : 2;
    const users = Math.min(numUsers, this.#batchSize);
    const edges = edgesPerPair * this.#batchSize;
    return {
      users,
      edges,
      slots: users + this.#numShared + Math.min(numItems, edges),
      masks: users * this.#numShared,
    };
  }

  /** Begins an epoch: a new order of the interactions. */
  shuffle(): void {
    if (this.#byWeight)
      for (let p = 0; p < this.#order.length; p++) this.#order[p] = this.#byWeight.draw(this.#random);
    else shuffle(this.#order, this.#random);
  }

  /** Writes batch `index` of the epoch into `buffers`. */
  fill(index: number, buffers: BatchBuffers): LossBatch {
    // Sorted by user and then item, so that neighbouring slots are neighbouring nodes with neighbours in common.
    const pairs = this.#order.subarray(index * this.#batchSize, (index + 1) * this.#batchSize).sort();
    const numUsers = this.#groupByUser(pairs, buffers);
    const numShared = this.#numShared;
    if (numShared > 0) this.#drawShared(numUsers, buffers);
    const numSlots = this.#assignItems(numUsers, pairs.length, buffers);
    this.#groupByItem(numUsers + numShared, numSlots, buffers);
    for (let slot = 0; slot < numSlots; slot++) {
      this.#slotOfNode[buffers.nodes[slot]!] = -1;
      buffers.weights[slot]! /= pairs.length;
    }
    return {
      numPairs: pairs.length,
      numUsers,
      numNegatives: numShared,
      numSlots,
      nodes: buffers.nodes.byteOffset,
      weights: buffers.weights.byteOffset,
      edgePointers: buffers.edgePointers.byteOffset,
      edgeUsers: buffers.edgeUsers.byteOffset,
      edgeItems: buffers.edgeItems.byteOffset,
      itemEdgePointers: buffers.itemEdgePointers.byteOffset,
      itemEdges: buffers.itemEdges.byteOffset,
      maskPointers: buffers.maskPointers.byteOffset,
      maskNegatives: buffers.maskNegatives.byteOffset,
    };
  }

  /** Assigns users their slots and their range of edges; leaves each edge's item (not yet its slot) in `edgeItems`. */
  #groupByUser(
    pairs: Int32Array,
    { nodes, weights, edgePointers, edgeUsers, edgeItems }: BatchBuffers,
  ): number {
    const slotOf = this.#slotOfNode;
    const edgesPerPair = this.#numShared > 0 ? 1 : 2;
    let numUsers = 0;
    for (const pair of pairs) {
      const user = this.#users[pair]!;
      if (slotOf[user]! < 0) {
        slotOf[user] = numUsers;
        nodes[numUsers] = user;
        weights[numUsers++] = 0;
      }
      weights[slotOf[user]!]!++;
    }
    edgePointers[0] = 0;
    for (let slot = 0; slot < numUsers; slot++)
      edgePointers[slot + 1] = edgePointers[slot]! + weights[slot]! * edgesPerPair;
    // Filling moves each start to the next user's start; shifting back afterwards restores them.
    for (const pair of pairs) {
      const user = this.#users[pair]!;
      const slot = slotOf[user]!;
      const e = edgePointers[slot]!;
      edgePointers[slot]! += edgesPerPair;
      edgeUsers[e] = slot;
      edgeItems[e] = this.#items[pair]!;
      if (edgesPerPair === 2) {
        edgeUsers[e + 1] = slot;
        edgeItems[e + 1] = this.#negatives.drawFor(user);
      }
    }
    edgePointers.copyWithin(1, 0, numUsers);
    edgePointers[0] = 0;
    return numUsers;
  }

  #drawShared(numUsers: number, { nodes, weights, maskPointers, maskNegatives }: BatchBuffers): void {
    const { numUsers: firstItem, userItems } = this.#graph;
    const first = this.#negativeOfItem;
    for (let j = 0; j < this.#numShared; j++) {
      const item = this.#negatives.drawItem();
      this.#sameNegative[j] = first[item]!;
      first[item] = j;
      nodes[numUsers + j] = firstItem + item;
      weights[numUsers + j] = 1;
    }
    let numMasks = 0;
    for (let slot = 0; slot < numUsers; slot++) {
      maskPointers[slot] = numMasks;
      for (const item of neighborsOf(userItems, nodes[slot]!)) {
        for (let j = first[item]!; j >= 0; j = this.#sameNegative[j]!) maskNegatives[numMasks++] = j;
      }
    }
    maskPointers[numUsers] = numMasks;
    for (let j = 0; j < this.#numShared; j++) first[nodes[numUsers + j]! - firstItem] = -1;
  }

  /** Assigns slots to the edges' items, after those of the shared negatives. */
  #assignItems(numUsers: number, numPairs: number, { nodes, weights, edgeItems }: BatchBuffers): number {
    const slotOf = this.#slotOfNode;
    const firstItem = this.#graph.numUsers;
    const numEdges = numPairs * (this.#numShared > 0 ? 1 : 2);
    let numSlots = numUsers + this.#numShared;
    for (let e = 0; e < numEdges; e++) {
      const node = firstItem + edgeItems[e]!;
      if (slotOf[node]! < 0) {
        slotOf[node] = numSlots;
        nodes[numSlots] = node;
        weights[numSlots++] = 0;
      }
      const slot = slotOf[node]!;
      edgeItems[e] = slot;
      weights[slot]!++;
    }
    return numSlots;
  }

  #groupByItem(firstSlot: number, numSlots: number, buffers: BatchBuffers): void {
    const { weights, edgeItems, itemEdgePointers, itemEdges } = buffers;
    const numItems = numSlots - firstSlot;
    itemEdgePointers[0] = 0;
    for (let i = 0; i < numItems; i++)
      itemEdgePointers[i + 1] = itemEdgePointers[i]! + weights[firstSlot + i]!;
    const numEdges = itemEdgePointers[numItems]!;
    for (let e = 0; e < numEdges; e++) itemEdges[itemEdgePointers[edgeItems[e]! - firstSlot]!++] = e;
    itemEdgePointers.copyWithin(1, 0, numItems);
    itemEdgePointers[0] = 0;
  }
}
