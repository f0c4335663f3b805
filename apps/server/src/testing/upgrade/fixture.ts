/** @file A shop of commit 72f2cac, stored as a backup by that commit. `npm run prove upgrade -- --fixture write` writes the files again. */
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'shop-of-72f2cac');

export const fixture = {
  /** A backup file, as 72f2cac wrote it: all tables, the queued jobs and the model. */
  backup: join(folder, 'shop.tar'),
  /** The data that people have, and the answers that the shop gave them. */
  memory: join(folder, 'memory.json'),
};
