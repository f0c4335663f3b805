/** @file Databases that tests copy. Each is filled once; its name depends on its source. */
import type pg from 'pg';
import { onServer, testPrefix, withDatabase } from './test-server.ts';

export interface Template {
  readonly name: string;
  /** The value that `fill` returned. */
  readonly note: unknown;
}

/** Lock for the creation of templates and the removal of the databases of killed runs. */
const advisoryLock = '7739269533206410341';

/** The maximum age: rows must not keep old times for ever, and unused templates are removed. */
const oldestTemplateSeconds = 24 * 3600;
const oldestDatabaseSeconds = 3600;

const unfinishedSuffix = '_unfinished';

interface Comment {
  /** Seconds since 1970. */
  readonly madeAt: number;
  readonly note: unknown;
}

/** Creates the template unless it exists. `fill` gets an empty copy of `from`, and closes its connections. */
export async function ensureTemplate(
  server: string,
  { name, from, fill }: { name: string; from: string; fill: (connectionString: string) => Promise<unknown> },
): Promise<Template> {
  return onServer(server, async (client) => {
    const there = await findTemplate(client, name);
    if (there) return there;
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    const madeMeanwhile = await findTemplate(client, name);
    if (madeMeanwhile) return madeMeanwhile;
    const unfinished = `${name}${unfinishedSuffix}`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template ${from}`);
    const note = await fill(withDatabase(server, unfinished));
    const comment: Comment = { madeAt: nowSeconds(), note };
    await client.query(
      `comment on database ${unfinished} is ${client.escapeLiteral(JSON.stringify(comment))}`,
    );
    // A database can only be copied while it has no connections.
    await client.query(`alter database ${unfinished} with allow_connections false`);
    await client.query(`alter database ${unfinished} rename to ${name}`);
    return { name, note };
  });
}

/** Drops the databases of killed runs, and old templates. */
export async function sweepTestDatabases(server: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    const { rows } = await client.query<{ datname: string; comment: string | null; users: number }>(
      `select datname, shobj_description(oid, 'pg_database') as comment,
         (select count(*)::int from pg_stat_activity a where a.datid = d.oid) as users
       from pg_database d where starts_with(datname, $1)`,
      [testPrefix],
    );
    for (const { datname, comment, users } of rows)
      if (users === 0 && isLeftOver(datname, comment))
        await client.query(`drop database if exists ${datname}`);
  });
}

/** The name of a test database has the time of its creation in seconds; a killed run does not drop its databases. */
function isLeftOver(name: string, comment: string | null): boolean {
  const madeAt = Number(name.slice(testPrefix.length).split('_')[0]);
  if (Number.isInteger(madeAt)) return madeAt < nowSeconds() - oldestDatabaseSeconds;
  // A process that fills a template holds the lock that we hold now, so no template is being filled.
  if (comment === null) return name.endsWith(unfinishedSuffix);
  return readComment(comment).madeAt < nowSeconds() - oldestTemplateSeconds;
}

async function findTemplate(client: pg.Client, name: string): Promise<Template | undefined> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
    [name],
  );
  return rows[0] && { name, note: readComment(rows[0].comment!).note };
}

function readComment(comment: string): Comment {
  return JSON.parse(comment) as Comment;
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
