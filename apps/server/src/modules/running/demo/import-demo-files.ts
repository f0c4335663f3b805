import type { Logger } from 'pino';
import type { Database } from '../../../platform/postgres/database.ts';
import { declareAttribute } from '../../catalogue/attributes/index.ts';
import { type DemoFiles, loadDemoData } from '../demo-files/index.ts';
import {
  createThreadParser,
  type ImportProgress,
  importMeta,
  importReviews,
  importUsers,
} from '../import/index.ts';

export type ImportedKind = 'products' | 'reviews' | 'users';

/** Imports the files when they are made. The first reviews are read while the products are written. */
export async function importDemoFiles(
  made: Promise<DemoFiles>,
  {
    db,
    rejectsDir,
    logger,
    signal,
    onProgress,
  }: {
    db: Database;
    rejectsDir: string;
    logger: Logger;
    signal?: AbortSignal | undefined;
    onProgress: (kind: ImportedKind, share: number) => void;
  },
): Promise<void> {
  // The threads start while the files are being made.
  const parsers = {
    products: createThreadParser(),
    reviews: createThreadParser(),
    users: createThreadParser(),
  };
  try {
    const { metaFile, reviewsFile, usersFile } = await made;
    const { demoAttributes } = await loadDemoData();
    for (const attribute of demoAttributes) await declareAttribute(db, attribute);
    let written: ImportedKind = 'products';
    const importing = (kind: ImportedKind) => ({
      pool: db.pool,
      rejectsDir,
      logger,
      signal,
      createParser: () => parsers[kind],
      onProgress({ bytesRead, bytesTotal }: ImportProgress) {
        if (kind === written) onProgress(kind, bytesRead / bytesTotal);
      },
    });
    const products = importMeta({ ...importing('products'), files: [metaFile] }).then(() => {
      written = 'reviews';
    });
    // Each import holds a connection, and so does the lock of the demo. In a small pool, the reviews could take the one that the products need.
    if (db.pool.options.max < 4) await products;
    const reviews = importReviews({ ...importing('reviews'), files: [reviewsFile], after: products });
    for (const done of await Promise.allSettled([products, reviews]))
      if (done.status === 'rejected') throw done.reason;
    // Last: a third import at the same time would hold a third connection.
    written = 'users';
    await importUsers({ ...importing('users'), files: [usersFile] });
  } finally {
    for (const parser of Object.values(parsers)) await parser.close();
  }
}
