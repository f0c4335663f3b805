/** @file The same real rows in every layout give the same tables. If Python has pandas, the files are also written by pandas itself. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import {
  emptyTables,
  makeFolder,
  readTables,
  toPandasCsv,
  toPythonRepr,
  writeFile,
  writeParquet,
} from '../../../testing/import/import-fixtures.ts';
import {
  areRealFilesThere,
  type RealRow,
  readRealRows,
  realFiles,
  toMetaOf2023,
  toReviewOf2023,
} from '../../../testing/import/real-rows.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { importMeta, importReviews } from './index.ts';

const python = process.env.PYTHON ?? 'python3';
const hasPandas = areRealFilesThere && spawnSync(python, ['-c', 'import pandas, pyarrow']).status === 0;
if (areRealFilesThere && !hasPandas)
  console.info(`Skipping the files of pandas: ${python} has no pandas and pyarrow (see PYTHON).`);

describe.runIf(areRealFilesThere)('the same real rows give the same tables', () => {
  let test: TestDatabase;
  let database: OpenDatabase;
  let rejectsDir: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase({ connectionString: test.connectionString });
    rejectsDir = mkdtempSync(join(tmpdir(), 'kindred-import-test-'));
  });

  afterAll(async () => {
    await database.close();
    await test.drop();
    rmSync(rejectsDir, { recursive: true });
  });

  async function tablesOf(kind: 'meta' | 'reviews', file: string) {
    await emptyTables(database.pool);
    const run = kind === 'meta' ? importMeta : importReviews;
    const summary = await run({
      files: [file],
      pool: database.pool,
      rejectsDir,
    });
    expect(summary.rejected).toBe(0);
    const tables = await readTables(database.pool);
    return { read: summary.read, tables };
  }

  type Source = [
    name: string,
    kind: 'meta' | 'reviews',
    file: string,
    /** Turns a row into the layout of 2023. */
    convert: (row: RealRow) => RealRow,
  ];
  const sources: Source[] = [
    ['reviews of 2018', 'reviews', realFiles.reviews2018, toReviewOf2023],
    ['products of 2018', 'meta', realFiles.meta2018, toMetaOf2023],
    ['products of 2023', 'meta', realFiles.meta2023, (row) => row],
  ];

  describe.each(sources)('%s', (_, kind, file, convert) => {
    let rows: RealRow[];
    let wanted: Awaited<ReturnType<typeof tablesOf>>;

    beforeAll(async () => {
      // Every third row: fifteen imports of all rows would take half a minute.
      const published = readRealRows(file).filter((_row, index) => index % 3 === 0);
      rows = published.map(convert);
      wanted = await tablesOf(kind, writeFile(rejectsDir, 'published.jsonl', published));
      expect(wanted.read).toBe(rows.length);
      expect(wanted.tables.products.length).toBeGreaterThan(100);
    });

    it('as JSON lines of 2023', async () => {
      expect(await tablesOf(kind, writeFile(makeFolder(), 'a.jsonl', rows))).toEqual(wanted);
    });

    it("as pandas' CSV", async () => {
      expect(await tablesOf(kind, writeFile(makeFolder(), 'a.csv.gz', toPandasCsv(rows)))).toEqual(wanted);
    });

    it.each([
      ['Python', toPythonRepr],
      ['JSON', (value: unknown) => JSON.stringify(value)],
    ])('as Parquet with lists and dicts as texts of %s', async (_name, nested) => {
      const file = writeParquet(join(makeFolder(), 'a.parquet'), rows, { nested, rowGroupSize: 500 });
      expect(await tablesOf(kind, file)).toEqual(wanted);
    });

    it.runIf(hasPandas)('as pandas itself writes CSV and Parquet', async () => {
      const folder = makeFolder();
      const source = writeFile(folder, 'a.jsonl', rows);
      const program = `
import json, pandas
rows = [json.loads(line) for line in open("a.jsonl", encoding="utf8")]
frame = pandas.DataFrame(rows)
frame.to_csv("a.csv")
frame.to_csv("a.csv.gz", index=False)
frame.to_parquet("native.parquet")
for name in frame.columns:
    if frame[name].map(lambda value: isinstance(value, (list, dict))).any():
        frame[name] = frame[name].map(str)
frame.to_parquet("texts.parquet", compression="zstd", row_group_size=500)
`;
      const { status, stderr } = spawnSync(python, ['-c', program], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      for (const name of ['a.csv', 'a.csv.gz', 'native.parquet', 'texts.parquet'])
        expect(await tablesOf(kind, join(folder, name)), name).toEqual(wanted);
      expect(await tablesOf(kind, source)).toEqual(wanted);
    });
  });
});
