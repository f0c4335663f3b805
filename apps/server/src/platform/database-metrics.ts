import { Counter, Gauge, type Registry } from 'prom-client';

export type DatabaseMetrics = ReturnType<typeof createDatabaseMetrics>;

/** The metrics of PostgreSQL. */
export function createDatabaseMetrics(registers: Registry[]) {
  return {
    size: new Gauge({ name: 'kindred_database_size_bytes', help: 'Size of the database on disk', registers }),
    tableSize: new Gauge({
      name: 'kindred_database_table_size_bytes',
      help: 'Size of the largest tables on disk, with their indexes',
      labelNames: ['table'],
      registers,
    }),
    deadRows: new Gauge({
      name: 'kindred_database_table_dead_rows',
      help: 'Rows of the largest tables that vacuum has not removed yet',
      labelNames: ['table'],
      registers,
    }),
    connections: new Gauge({
      name: 'kindred_database_connections',
      help: 'All connections to the server, by state; “other” if this account may not see it',
      labelNames: ['state'],
      registers,
    }),
    connectionsMax: new Gauge({
      name: 'kindred_database_connections_max',
      help: 'Connections that the server allows',
      registers,
    }),
    longestTransaction: new Gauge({
      name: 'kindred_database_longest_transaction_seconds',
      help: 'Age of the oldest open transaction; a backup is also a transaction',
      registers,
    }),
    cacheHitRatio: new Gauge({
      name: 'kindred_database_cache_hit_ratio',
      help: 'Share of the requested blocks that were in PostgreSQL’s own memory, since its statistics began',
      registers,
    }),
    replicaLagBytes: new Gauge({
      name: 'kindred_database_replica_lag_bytes',
      help: 'Bytes of the write-ahead log that a replica has not replayed',
      labelNames: ['replica'],
      registers,
    }),
    replicaLagSeconds: new Gauge({
      name: 'kindred_database_replica_lag_seconds',
      help: 'Last reported lag of a replica; 0 if nothing is written',
      labelNames: ['replica'],
      registers,
    }),
    slotRetained: new Gauge({
      name: 'kindred_database_slot_retained_bytes',
      help: 'Bytes of the write-ahead log that a replication slot retains; an unread slot fills the disk',
      labelNames: ['slot', 'active'],
      registers,
    }),
    archiveFailures: new Gauge({
      name: 'kindred_database_wal_archive_failures',
      help: 'Failed attempts to archive the write-ahead log, since PostgreSQL’s statistics began',
      registers,
    }),
    lastArchived: new Gauge({
      name: 'kindred_database_wal_last_archived_timestamp_seconds',
      help: 'When a file of the write-ahead log was last archived, in seconds since 1970; 0 if never',
      registers,
    }),
    slowQueries: new Counter({
      name: 'kindred_slow_queries_total',
      help: 'Queries of this node that took longer than SLOW_QUERY_MS',
      registers,
    }),
  };
}
