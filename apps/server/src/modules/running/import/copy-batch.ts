import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Connection } from '../../../platform/postgres/database.ts';

export async function copyBatch(
  { client }: Connection,
  table: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${table} from stdin`)));
}
