import type pg from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../platform/postgres/database.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { emptyTables } from './import-fixtures.ts';

/** A database for the tests of a file, emptied before each test. */
export function openImportDatabase(): { readonly pool: pg.Pool; readonly connectionString: string } {
  let test: TestDatabase;
  let database: OpenDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase({ connectionString: test.connectionString });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });
  beforeEach(() => emptyTables(database.pool));
  return {
    get pool() {
      return database.pool;
    },
    get connectionString() {
      return test.connectionString;
    },
  };
}
