/** @file The shop that 72f2cac wrote, kept as its own backup. `npm run prove upgrade -- --fixture write` makes the files anew. */
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'shop-of-72f2cac');

export const fixture = {
  /** A backup file, as 72f2cac wrote it: all tables, the queued jobs and the model. */
  backup: join(folder, 'shop.tar'),
  /** What people remember, and what the shop showed to them. */
  memory: join(folder, 'memory.json'),
};
