import { Counter, Gauge, type Registry } from 'prom-client';

export type DatabaseMetrics = ReturnType<typeof createDatabaseMetrics>;

/** What `/metrics` tells of PostgreSQL. */
export function createDatabaseMetrics(registers: Registry[]) {
  return {
    size: new Gauge({ name: 'kindred_database_size_bytes', help: 'The database on the disk', registers }),
    tableSize: new Gauge({
      name: 'kindred_database_table_size_bytes',
      help: 'The largest tables on the disk, with their indexes',
      labelNames: ['table'],
      registers,
    }),
    deadRows: new Gauge({
      name: 'kindred_database_table_dead_rows',
      help: 'Rows of the largest tables that vacuum has still to remove',
      labelNames: ['table'],
      registers,
    }),
    connections: new Gauge({
      name: 'kindred_database_connections',
      help: 'Connections to the server, from everywhere, by what they do; “other” when this account may not know',
      labelNames: ['state'],
      registers,
    }),
    connectionsMax: new Gauge({
      name: 'kindred_database_connections_max',
      help: 'Connections that the server takes',
      registers,
    }),
    longestTransaction: new Gauge({
      name: 'kindred_database_longest_transaction_seconds',
      help: 'How long the oldest open transaction has been open; a backup is one',
      registers,
    }),
    cacheHitRatio: new Gauge({
      name: 'kindred_database_cache_hit_ratio',
      help: 'Share of the blocks asked for that PostgreSQL had in its own memory, since its statistics began',
      registers,
    }),
    replicaLagBytes: new Gauge({
      name: 'kindred_database_replica_lag_bytes',
      help: 'Bytes of the log that a replica has not replayed',
      labelNames: ['replica'],
      registers,
    }),
    replicaLagSeconds: new Gauge({
      name: 'kindred_database_replica_lag_seconds',
      help: 'How long a replica was behind when it last said so; 0 when nothing is written',
      labelNames: ['replica'],
      registers,
    }),
    slotRetained: new Gauge({
      name: 'kindred_database_slot_retained_bytes',
      help: 'Bytes of the log that a replication slot keeps: one that nobody reads fills the disk',
      labelNames: ['slot', 'active'],
      registers,
    }),
    archiveFailures: new Gauge({
      name: 'kindred_database_wal_archive_failures',
      help: 'Failed attempts to archive the log, since PostgreSQL’s statistics began',
      registers,
    }),
    lastArchived: new Gauge({
      name: 'kindred_database_wal_last_archived_timestamp_seconds',
      help: 'When a file of the log was last archived, in seconds since 1970; 0: never',
      registers,
    }),
    slowQueries: new Counter({
      name: 'kindred_slow_queries_total',
      help: 'Queries of this node that took longer than SLOW_QUERY_MS',
      registers,
    }),
  };
}
