import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export async function copyBatch(
  client: pg.ClientBase,
  table: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${table} from stdin`)));
}
