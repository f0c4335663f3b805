import type { AttributeSource } from './attribute-source.ts';
import { BatchBuilder, type ImportBatch } from './batch.ts';
import { Frame } from './frame.ts';
import { openSource } from './open-source.ts';
import { productFormat } from './product-format.ts';
import { reviewFormat } from './review-format.ts';
import type { RowFormat } from './row-format.ts';
import { DamagedFileError, type Source, type SourceRow, UnusableFileError } from './source.ts';
import { userFormat } from './user-format.ts';

export type ParseFormat = { replace: boolean } & (
  | { kind: 'reviews' | 'users'; now: number }
  | { kind: 'meta'; currency: string }
);

export interface ParseOrder {
  file: string;
  /** The number of lines that an earlier run has done. */
  after: number;
  /** The columns that the earlier run knew. */
  columns: readonly string[];
  batchRows: number;
  format: ParseFormat;
  /** The attributes that the shop has declared. */
  attributes: readonly AttributeSource[];
}

export interface OpenedFile {
  layout: Source['layout'];
  /** For JSON, the columns of the first lines; later lines may add some. */
  columns: string[];
}

export interface ParseEnd {
  /** Why the file could not be read to its end. The rows before that were delivered. */
  damage: string | null;
  /** Sentences about bytes that were skipped. */
  remarks: readonly string[];
}

interface ParseListeners {
  onOpened(opened: OpenedFile): void;
  /** Called with what was read since the last call. */
  onProgress(bytes: number, rows: number): void;
}

const mostCharactersInBatch = 16 * 1024 * 1024;
const progressEveryMs = 50;
/** How many lines of JSON are read to find the columns of a file. */
const rowsInSample = 1000;

type Batches<Facts> = AsyncGenerator<ImportBatch<Facts>, ParseEnd>;

/** Reads one file and yields batches. `Facts` are the facts of the format. */
export function parseRows<Facts>(order: ParseOrder, listeners: ParseListeners): Batches<Facts> {
  const { format, attributes } = order;
  return parseAs() as Batches<Facts>;

  function parseAs() {
    switch (format.kind) {
      case 'reviews':
        return parse(reviewFormat(format, attributes), order, listeners);
      case 'users':
        return parse(userFormat(format, attributes), order, listeners);
      case 'meta':
        return parse(productFormat(format, attributes), order, listeners);
      default:
        return format satisfies never;
    }
  }
}

async function* parse<Row, Facts>(
  format: RowFormat<Row, Facts>,
  { file, after, columns, batchRows, attributes }: ParseOrder,
  { onOpened, onProgress }: ParseListeners,
): Batches<Facts> {
  const report = createReport(onProgress);
  const remarks: string[] = [];
  const source = await openSource({
    file,
    kind: format.sourceKind,
    after,
    onBytes: (bytes) => report(bytes, 0),
    onRemark: (sentence) => remarks.push(sentence),
  });
  const { sample, rows: sourceRows } = await takeSample(source.rows);
  const frame = new Frame(source.columns ?? columns, { isWhole: source.columns !== null, attributes });
  for (const row of sample) if ('record' in row) frame.learn(row.record);
  const refusal = frame.refuse(format.kind);
  if (refusal !== null) throw new UnusableFileError(`${file} ${refusal}`);
  onOpened({ layout: source.layout, columns: frame.columns });
  let builder = new BatchBuilder(format, frame, after);
  let isEmpty = true;
  const finish = () => {
    const batch = builder.finish();
    builder = new BatchBuilder(format, frame, batch.lastLine);
    isEmpty = false;
    return batch;
  };
  let damage: string | null = null;
  try {
    for await (const rows of sourceRows) {
      for (const row of rows) {
        builder.add(row);
        if (builder.read >= batchRows || builder.characters >= mostCharactersInBatch) yield finish();
      }
      report(0, rows.length);
    }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    damage = error.message;
  }
  // A file without rows also needs a batch, so that it counts as done.
  if (builder.read > 0 || isEmpty) yield finish();
  report(0, 0, true);
  return { damage, remarks };
}

/** Takes the first rows for inspection. `rows` yields them again. */
async function takeSample(
  source: AsyncIterable<SourceRow[]>,
): Promise<{ sample: SourceRow[]; rows: AsyncIterable<SourceRow[]> }> {
  const iterator = source[Symbol.asyncIterator]();
  const blocks: SourceRow[][] = [];
  let failure: unknown;
  try {
    for (let count = 0; count < rowsInSample; ) {
      const { done, value } = await iterator.next();
      if (done) break;
      blocks.push(value);
      count += value.length;
    }
  } catch (error) {
    failure = error;
  }
  async function* rows() {
    yield* blocks;
    blocks.length = 0;
    if (failure !== undefined) throw failure;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { sample: blocks.flat().slice(0, rowsInSample), rows: rows() };
}

/** Adds up what was read, and reports it at intervals. */
function createReport(onProgress: ParseListeners['onProgress']) {
  const meter = { bytes: 0, rows: 0, reportedAt: 0 };
  return (bytes: number, rows: number, isLast = false): void => {
    meter.bytes += bytes;
    meter.rows += rows;
    const now = performance.now();
    if (!isLast && now - meter.reportedAt < progressEveryMs) return;
    onProgress(meter.bytes, meter.rows);
    Object.assign(meter, { bytes: 0, rows: 0, reportedAt: now });
  };
}
