/** @file A shop that was installed without its demo. Prints in JSON what requested the demo, and the result of each part that needs it. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

const [, , connectionString, dataDir] = process.argv as [string, string, string, string];

/** The requested packages since the last call. */
const asked: string[] = [];
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (!found.url.includes('/demo/src/')) return found;
    asked.push(specifier);
    // The same error as Node's.
    throw Object.assign(new Error(`Cannot find package '${specifier}' imported from ${context.parentURL}`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
  },
});

// Everything that `kindred start` loads.
await import('../main.ts');
const { runProgram } = await import('../cli/program.ts');
const { createApp } = await import('../app.ts');
const { composeServices } = await import('../compose.ts');
const { createConfig } = await import('../config/config.ts');
const { seedDemo } = await import('../modules/running/demo/index.ts');
const { createLogger } = await import('../platform/logger.ts');
const { openDatabase } = await import('../platform/postgres/database.ts');
const { sql } = await import('../platform/postgres/sql.ts');

const logged: string[] = [];
const logger = createLogger({
  level: 'error',
  destination: { write: (line) => logged.push(JSON.parse(line).msg) },
});
const database = openDatabase({ connectionString, max: 5 });
const { db } = database;
const services = await composeServices({
  config: createConfig({ KINDRED_DATA_DIR: dataDir, KINDRED_DEMO: '0' }),
  logger,
  db,
  connectionString,
  secret: 'the secret of a shop without its demo',
  extensions: [],
  close: () => database.close(),
});
const app = await createApp(services);
const list = await app.inject({ url: '/api/v1/products?limit=1' });
const askedByList = asked.splice(0);

const drawn = await app.inject({ url: '/media/drawn/mug.c8553d.f2e3d5.3.10417.0.0.svg' });
const picture = await app.inject({ url: list.json().items[0].image_url });
const askedByPictures = asked.splice(0);

const told: string[] = [];
console.error = (text: string) => told.push(text);
const demoData = await runProgram(['demo-data', '--out', join(dataDir, 'made')]);

await db.execute(sql`truncate products cascade`);
const seeding = await seedDemo({ db, dataDir, logger }).then(
  () => 'done',
  (error: Error) => error.name,
);

await app.close();
await services.close();
await database.close();
console.log(
  JSON.stringify({
    list: list.statusCode,
    askedByList,
    drawn: drawn.statusCode,
    picture: [picture.statusCode, picture.headers['cache-control']],
    askedByPictures,
    logged,
    demoData: [demoData, ...told],
    seeding,
    isMarked: existsSync(join(dataDir, 'demo')),
  }),
);
