import type { DatabaseMetrics } from '../../../platform/database-metrics.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { readDatabaseFigures } from './database-figures-repository.ts';

/** Reads the figures of the database into `/metrics`. */
export async function observeDatabase(db: Database, metrics: DatabaseMetrics): Promise<void> {
  const figures = await readDatabaseFigures(db);
  metrics.size.set(figures.bytes);
  metrics.connectionsMax.set(figures.connectionsMax);
  metrics.longestTransaction.set(figures.longestTransactionSeconds);
  metrics.cacheHitRatio.set(figures.cacheHitRatio ?? 1);
  metrics.archiveFailures.set(figures.archiveFailures);
  metrics.lastArchived.set(figures.lastArchivedAt);

  // Drops figures of objects that no longer exist, such as a replica.
  metrics.connections.reset();
  for (const [state, count] of Object.entries(figures.connections)) metrics.connections.set({ state }, count);
  metrics.tableSize.reset();
  metrics.deadRows.reset();
  for (const { name, bytes, deadRows } of figures.tables) {
    metrics.tableSize.set({ table: name }, bytes);
    metrics.deadRows.set({ table: name }, deadRows);
  }
  metrics.replicaLagBytes.reset();
  metrics.replicaLagSeconds.reset();
  for (const { name, lagBytes, lagSeconds } of figures.replicas) {
    if (lagBytes !== null) metrics.replicaLagBytes.set({ replica: name }, lagBytes);
    if (lagSeconds !== null) metrics.replicaLagSeconds.set({ replica: name }, lagSeconds);
  }
  metrics.slotRetained.reset();
  for (const { name, isActive, retainedBytes } of figures.slots)
    metrics.slotRetained.set({ slot: name, active: String(isActive) }, retainedBytes);
}
