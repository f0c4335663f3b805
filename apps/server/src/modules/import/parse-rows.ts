import { BatchBuilder, type ImportBatch } from './batch.ts';
import { openSource } from './open-source.ts';
import { productFormat } from './product-format.ts';
import { reviewFormat } from './review-format.ts';
import type { RowFormat } from './row-format.ts';
import { DamagedFileError, type Source, UnusableFileError } from './source.ts';

export type ParseFormat = { kind: 'reviews'; now: number } | { kind: 'meta'; currency: string };

export interface ParseOrder {
  file: string;
  /** Lines that an earlier run has dealt with. */
  after: number;
  batchRows: number;
  format: ParseFormat;
}

export interface ParseEnd {
  /** Why the file could not be read to its end; what stood before that was delivered. */
  damage: string | null;
  /** What was passed over on the way, in sentences. */
  remarks: readonly string[];
}

interface ParseListeners {
  onOpened(layout: Source['layout']): void;
  /** What was read since the last time. */
  onProgress(bytes: number, rows: number): void;
}

const mostCharactersInBatch = 16 * 1024 * 1024;
const progressEveryMs = 50;

type Batches<Facts> = AsyncGenerator<ImportBatch<Facts>, ParseEnd>;

/** Reads one file and makes batches of it. `Facts` are those of the format. */
export function parseRows<Facts>(order: ParseOrder, listeners: ParseListeners): Batches<Facts> {
  const { format } = order;
  const batches =
    format.kind === 'reviews'
      ? parse(reviewFormat(format), order, listeners)
      : parse(productFormat(format), order, listeners);
  return batches as Batches<Facts>;
}

async function* parse<Row, Facts>(
  format: RowFormat<Row, Facts>,
  { file, after, batchRows }: ParseOrder,
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
  onOpened(source.layout);
  let builder = new BatchBuilder(format, after);
  let isFirst = after === 0;
  let isEmpty = true;
  const finish = () => {
    const batch = builder.finish();
    builder = new BatchBuilder(format, batch.lastLine);
    isEmpty = false;
    return batch;
  };
  let damage: string | null = null;
  try {
    for await (const rows of source.rows) {
      for (const row of rows) {
        if (isFirst && 'record' in row) {
          isFirst = false;
          const refusal = format.refuse(row.record);
          if (refusal !== null) throw new UnusableFileError(`${file} ${refusal}`);
        }
        builder.add(row);
        if (builder.read >= batchRows || builder.characters >= mostCharactersInBatch) yield finish();
      }
      report(0, rows.length);
    }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    damage = error.message;
  }
  // A file without rows is done, too.
  if (builder.read > 0 || isEmpty) yield finish();
  report(0, 0, true);
  return { damage, remarks };
}

/** Sums up what was read, and says it every now and then. */
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
