import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { DamagedFileError, type SourceRecord, type SourceRow } from './source.ts';

/** The number of rows in memory, even if the file has one huge row group. */
const rowsAtOnce = 50_000;

/** Returns null for a damaged file; reading its rows reports the damage. */
export async function readParquetColumns(file: string): Promise<string[] | null> {
  const metadata = await parquetMetadataAsync(await asyncBufferFromFile(file)).catch(() => null);
  return metadata && namesIn(metadata);
}

const namesIn = (metadata: FileMetaData): string[] =>
  parquetSchema(metadata).children.map((child) => child.element.name);

/** Reads one row group after another. `columns`: the columns to decode. */
export async function* readParquet(options: {
  file: string;
  columns: ReadonlySet<string>;
  afterRow: number;
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal | undefined;
}): AsyncGenerator<SourceRow[]> {
  const { file, afterRow, onBytes, signal } = options;
  const buffer = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(buffer).catch((error: Error) => {
    throw new DamagedFileError(
      `${file} is not a whole Parquet file (${error.message}): write or fetch it again.`,
    );
  });
  const columns = namesIn(metadata).filter((name) => options.columns.has(name));
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupRows = Number(group.num_rows);
    const groupEnd = groupStart + groupRows;
    for (let rowStart = Math.max(groupStart, afterRow); rowStart < groupEnd; rowStart += rowsAtOnce) {
      signal?.throwIfAborted();
      const rowEnd = Math.min(rowStart + rowsAtOnce, groupEnd);
      const records = await parquetReadObjects({
        file: buffer,
        metadata,
        columns,
        rowStart,
        rowEnd,
        compressors,
      }).catch((error: Error) => {
        throw new DamagedFileError(`${file} cannot be read after row ${rowStart}: ${error.message}.`);
      });
      onBytes?.(((rowEnd - rowStart) / Number(metadata.num_rows)) * buffer.byteLength);
      yield records.map((record, index) => {
        const line = rowStart + index + 1;
        return { line, lastLine: line, record: record as SourceRecord, raw: null };
      });
    }
    groupStart = groupEnd;
  }
}
