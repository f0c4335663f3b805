import pg from 'pg';
import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import { type Connection, connectionOf } from '../../../platform/postgres/database.ts';
import { sessionSettings } from './copied-text.ts';

/**
 * A connection of its own, without the limits of time that the shop's have. It is cut off in the end rather than closed: a COPY
 * that was given up would be read to its end otherwise.
 */
export async function withBackupClient<Result>(
  { connectionString, applicationName }: { connectionString: string; applicationName: string },
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runComposed(client, sessionSettings);
    const result = await work(connectionOf(client));
    await client.end();
    return result;
  } catch (error) {
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    throw error;
  }
}
