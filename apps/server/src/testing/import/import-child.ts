/** @file An import in a separate process, for tests that kill it. */
import { importMeta, importReviews } from '../../modules/running/import/index.ts';
import { openDatabase } from '../../platform/postgres/database.ts';

const [, , connectionString, kind, file, rejectsDir, batchRows] = process.argv;

const database = openDatabase({ connectionString: connectionString!, max: 2 });
await (kind === 'meta' ? importMeta : importReviews)({
  files: [file!],
  pool: database.pool,
  rejectsDir: rejectsDir!,
  batchRows: Number(batchRows),
});
await database.close();
