/** @file Compares every statement of the server with the database: PostgreSQL describes it, and its row type has to match. */
import { fileURLToPath } from 'node:url';
import startTestServer from '../apps/server/src/testing/postgres/global-setup.ts';
import { createTestDatabase } from '../apps/server/src/testing/postgres/test-database.ts';
import { compareStatements, type ReadStatements, readStatements } from './statements/compare-statements.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = `${root}apps/server/src/`;

/** Files that run statements which they receive. */
const runners = ['database', 'composed-statement'].map((name) => `${sources}platform/postgres/${name}.ts`);

/** Tests, and files that only tests use. */
const isOfTests = (file: string): boolean => /\.(test|contract)\.ts$|\/testing\//.test(file);

export const readServer = (): ReadStatements =>
  readStatements({
    tsconfig: `${root}apps/server/tsconfig.json`,
    isIncluded: (file) => file.startsWith(sources) && !isOfTests(file) && !runners.includes(file),
  });

if (import.meta.main) {
  const release = await startTestServer();
  const database = await createTestDatabase();
  const read = readServer();
  try {
    const complaints = [...read.complaints, ...(await compareStatements(read, database.connectionString))];
    for (const one of complaints) console.error(one.replaceAll(root, ''));
    const count = new Set(read.statements.map(({ place }) => place)).size;
    console.log(`statements: ${count} read, ${complaints.length} complaints`);
    if (complaints.length > 0) process.exitCode = 1;
  } finally {
    read.program.close();
    await database.drop();
    await release();
  }
}
