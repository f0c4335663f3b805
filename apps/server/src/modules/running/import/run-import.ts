/**
 * @file The loop that all imports share. A thread parses a batch while the database merges the previous one. A batch, its rejects and its
 * checkpoint are written in one step, so a killed import continues where it was.
 */
import {
  type Connection,
  connectionOf,
  type Transaction,
  withTransaction,
} from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { findAttributes } from '../../catalogue/attributes/index.ts';
import { type AttributeSource, attributeSourceOf } from './attribute-source.ts';
import type { ImportBatch } from './batch.ts';
import {
  finishCheckpoints,
  type ImportCounters,
  type ImportFile,
  type ImportFindings,
  identifyFile,
  noCounters,
  readCheckpoint,
  writeCheckpoint,
} from './checkpoint.ts';
import { DerivedColumns } from './derived-columns.ts';
import { addFieldCounts } from './field-counts.ts';
import { type ColumnReport, Frame, type FrameKind } from './frame.ts';
import type { FileSummary, ImportOptions, ImportPlan, ImportSummary, Merged } from './import-plan.ts';
import { createMeter, type Meter } from './meter.ts';
import type { Parser } from './parser.ts';
import { openRejectsFile } from './rejects-file.ts';
import { UnusableFileError } from './source.ts';
import { createThreadParser } from './thread-parser.ts';

export async function runImport<Facts>(
  plan: ImportPlan<Facts>,
  options: ImportOptions,
): Promise<ImportSummary> {
  const startedAt = performance.now();
  if (options.files.length === 0) throw new Error('There is nothing to import: name at least one file.');
  const unusable = new UnusableFiles();
  const files: ImportFile[] = [];
  for (const file of options.files)
    await unusable.unless(file, async () => void files.push(await identifyFile(file)));
  if (files.length === 0) throw unusable.asError();
  const meter = createMeter(files, options.onProgress);
  const client = await options.pool.connect();
  // Between queries, while a file is read, no other listener would handle this error.
  const onLost = () => undefined;
  client.on('error', onLost);
  const connection = connectionOf(client);
  const parser = (options.createParser ?? createThreadParser)();
  let isDone = false;
  try {
    await connection.execute(sql`set statement_timeout = 0`);
    await connection.execute(sql`set idle_in_transaction_session_timeout = 0`);
    // A batch fits into memory, but PostgreSQL's defaults would sort and join it on disk.
    await connection.execute(sql`set work_mem = '64MB'`);
    await connection.execute(sql`set temp_buffers = '64MB'`);
    for (const table of plan.staging) await connection.execute(table);
    const attributes = (await findAttributes(connection)).map(attributeSourceOf);
    const summaries: FileSummary[] = [];
    const whole: ImportFile[] = [];
    for (const file of files) {
      await unusable.unless(file.path, async () => {
        const summary = await importFile(plan, file, { ...options, connection, meter, parser, attributes });
        summaries.push(summary);
        if (summary.damage === null) whole.push(file);
      });
    }
    if (summaries.length === 0) throw unusable.asError();
    await finish(plan, connection, whole);
    meter.report(true);
    isDone = true;
    return {
      ...summarise(summaries),
      unusableFiles: unusable.list,
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await parser.close();
    client.off('error', onLost);
    // Closing the connection drops the staging table and the settings.
    client.release(isDone ? true : new Error('the import did not finish'));
  }
}

/** Collects files that cannot be used, so that the others are still imported. */
class UnusableFiles {
  readonly list: Array<{ file: string; reason: string }> = [];

  async unless(file: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UnusableFileError)) throw error;
      this.list.push({ file, reason: error.message });
    }
  }

  asError(): UnusableFileError {
    return new UnusableFileError(this.list.map(({ reason }) => reason).join('\n'));
  }
}

async function importFile<Facts>(
  plan: ImportPlan<Facts>,
  file: ImportFile,
  options: ImportOptions & {
    connection: Connection;
    meter: Meter;
    parser: Parser;
    attributes: readonly AttributeSource[];
  },
): Promise<FileSummary> {
  const { connection, meter, parser, attributes, signal } = options;
  const found = await readCheckpoint(connection, plan.kind, file);
  const { rowsDone: resumedAfter, counters } = found;
  let { fields, findings } = found;
  const rejects = openRejectsFile({
    folder: options.rejectsDir,
    file: file.path,
    keepUpToLine: resumedAfter,
  });
  if (resumedAfter > 0)
    options.logger?.info({ file: file.path, resumedAfter }, 'resuming an unfinished import');
  meter.startFile(file);
  const parsed = parser.parse<Facts>(
    {
      file: file.path,
      after: resumedAfter,
      columns: findings.columns,
      batchRows: options.batchRows ?? plan.batchRows,
      format: plan.format,
      attributes,
    },
    { onProgress: meter.add, signal },
  );
  let columns: ColumnReport | undefined;
  for await (const batch of parsed.batches) {
    if (columns === undefined) {
      const opened = parsed.opened();
      columns = reportOf(plan.kind, opened.columns, attributes);
      findings.columns = opened.columns;
      options.onFile?.({ file: file.path, layout: opened.layout, columns });
    }
    rejects.append(batch.rejects);
    fields = addFieldCounts(fields, batch.fields);
    let after = { counters, findings };
    let isTold = false;
    await options.after;
    await inTurn(connection, async (tx) => {
      const merged: Merged = batch.rows > 0 ? await plan.merge(tx, batch) : { inserted: 0, updated: 0 };
      // Another attempt would append them again.
      if (!isTold) rejects.append(merged.rejects ?? []);
      isTold = true;
      after = {
        counters: addCounters(counters, batch, merged),
        findings: addFindings(findings, batch, merged),
      };
      await writeCheckpoint(tx, plan.kind, file, { rowsDone: batch.lastLine, fields, ...after });
    });
    Object.assign(counters, after.counters);
    findings = after.findings;
  }
  const { damage, remarks } = parsed.end();
  if (damage !== null) options.logger?.warn({ file: file.path }, damage);
  const all = reportOf(plan.kind, findings.columns, attributes);
  return {
    file: file.path,
    layout: parsed.opened().layout,
    columns: only(all, (column) => !findings.laterColumns.includes(column)),
    laterColumns: only(all, (column) => findings.laterColumns.includes(column)),
    derived: findings.derived,
    resumedAfter,
    ...counters,
    rejectsFile: counters.rejected > 0 ? rejects.path : null,
    damage,
    problem: damage === null ? problemOf(counters, findings) : null,
    remarks,
    fields,
  };
}

function problemOf({ read, rejected }: ImportCounters, { firstReject }: ImportFindings): string | null {
  if (read === 0) return 'It has no rows.';
  if (rejected < read || firstReject === null) return null;
  const first = `line ${firstReject.line}, ${firstReject.reason}.`;
  return read === 1
    ? `Its only row could not be imported: ${first}`
    : `None of its ${read} rows could be imported. The first: ${first}`;
}

const reportOf = (
  kind: FrameKind,
  columns: readonly string[],
  attributes: readonly AttributeSource[],
): ColumnReport => new Frame(columns, { isWhole: true, attributes }).describe(kind);

function only(report: ColumnReport, isWanted: (column: string) => boolean): ColumnReport {
  return {
    read: report.read.filter(({ column }) => isWanted(column)),
    ignored: report.ignored.filter(isWanted),
    readBy: report.readBy
      .map(({ kind, columns }) => ({ kind, columns: columns.filter(isWanted) }))
      .filter(({ columns }) => columns.length > 0),
  };
}

function addFindings(before: ImportFindings, batch: ImportBatch<unknown>, merged: Merged): ImportFindings {
  const reject = batch.rejects[0] ?? merged.rejects?.[0];
  return {
    derived: new DerivedColumns(before.derived, batch.derived, merged.derived ?? []).list(),
    columns: [...before.columns, ...batch.newColumns],
    laterColumns: [...before.laterColumns, ...batch.newColumns],
    firstReject: before.firstReject ?? (reject ? { line: reject.line, reason: reject.reason } : null),
  };
}

function addCounters(before: ImportCounters, batch: ImportBatch<unknown>, done: Merged): ImportCounters {
  const rejected = batch.rejects.length + (done.rejects?.length ?? 0);
  const good = batch.read - rejected;
  return {
    read: before.read + batch.read,
    inserted: before.inserted + done.inserted,
    updated: before.updated + done.updated,
    unchanged: before.unchanged + good - done.inserted - done.updated,
    rejected: before.rejected + rejected,
    stubs: before.stubs + (done.stubs ?? 0),
    profiles: before.profiles + (done.profiles ?? 0),
    accountsKept: before.accountsKept + (done.accountsKept ?? 0),
  };
}

async function finish<Facts>(
  plan: ImportPlan<Facts>,
  connection: Connection,
  files: ImportFile[],
): Promise<void> {
  await inTurn(connection, async (tx) => {
    await plan.finish(tx);
    await finishCheckpoints(tx, plan.kind, files);
  });
  // Until autovacuum runs, the planner would assume that the table is empty.
  await connection.execute(sql`analyze ${sql.raw(plan.analyze.join(', '))}`);
}

/** Two concurrent merges could lock rows in different orders and wait for each other. */
async function inTurn(connection: Connection, work: (tx: Transaction) => Promise<void>): Promise<void> {
  const inside = async (tx: Transaction) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:import'))`);
    await work(tx);
  };
  // Between two of our statements, the shop may add a row that we were about to add. The next attempt finds it.
  await withTransaction(connection, inside, { alsoCodes: ['23505'] });
}

function summarise(files: FileSummary[]): Omit<ImportSummary, 'unusableFiles' | 'seconds'> {
  const total = noCounters();
  for (const file of files) {
    for (const name of Object.keys(total) as Array<keyof ImportCounters>) total[name] += file[name];
  }
  const rejectsFiles = files.flatMap(({ rejectsFile }) => (rejectsFile === null ? [] : [rejectsFile]));
  return {
    ...total,
    rejectsFiles,
    files,
    fields: addFieldCounts(...files.map(({ fields }) => fields)),
    derived: new DerivedColumns(...files.map(({ derived }) => derived)).list(),
  };
}
