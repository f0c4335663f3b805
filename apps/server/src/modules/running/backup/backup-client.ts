import pg from 'pg';
import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import { type Connection, connectionOf } from '../../../platform/postgres/database.ts';
import { sessionSettings } from './copied-text.ts';

/**
 * Opens a separate connection without the shop's time limits. At the end it destroys the connection instead of closing it, because an
 * aborted COPY would otherwise be read to its end.
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
