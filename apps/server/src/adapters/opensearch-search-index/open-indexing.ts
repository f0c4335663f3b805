import type { Database } from '../../platform/postgres/database.ts';
import type { Indexing } from './build-index.ts';
import type { SearchConnection } from './connection.ts';
import { createIndexCatalog } from './index-catalog.ts';
import { createIndexNames } from './index-names.ts';
import { createIndexPositions } from './index-positions.ts';

export function openIndexing({
  connection,
  prefix,
  ...rest
}: {
  connection: SearchConnection;
  prefix: string;
  db: Database;
  clock: () => Date;
  signal: AbortSignal;
}): Indexing {
  const names = createIndexNames(prefix);
  return {
    ...rest,
    connection,
    names,
    catalog: createIndexCatalog(connection, names),
    positions: createIndexPositions(connection, names),
  };
}
