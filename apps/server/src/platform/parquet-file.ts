/** @file Writes a Parquet file one row group after the other, so that its size does not matter. */
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';

/** `TIMESTAMP`: in milliseconds. `INT64`: a whole number that JavaScript does not lose. */
export type ParquetType = 'STRING' | 'INT32' | 'INT64' | 'DOUBLE' | 'TIMESTAMP';

export type ParquetValue = string | number | null;

export interface ParquetFile {
  /** Writes a row group. Each row has a value for each column, in their order; a timestamp in milliseconds since 1970. */
  write(rows: readonly (readonly ParquetValue[])[]): Promise<void>;
  close(): Promise<void>;
}

export function createParquetFile(
  path: string,
  columns: Readonly<Record<string, ParquetType>>,
  { createdBy }: { createdBy: string },
): ParquetFile {
  const named = Object.entries(columns);
  const schema = schemaFromColumnData({
    columnData: named.map(([name, type]) => ({ name, type, data: [] })),
  });
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy });
  return {
    async write(rows) {
      const columnData = named.map(([name, type], place) => ({
        name,
        data: rows.map((row) => encoded(row[place] ?? null, type)),
      }));
      await writer.write({ columnData, rowGroupSize: rows.length });
    },
    close: async () => writer.finish(),
  };
}

function encoded(value: ParquetValue, type: ParquetType): bigint | Date | ParquetValue {
  if (value === null) return null;
  if (type === 'INT64') return BigInt(value);
  return type === 'TIMESTAMP' ? new Date(value) : value;
}
