import { migrate } from '../../platform/postgres/migrate.ts';
import { startTestServer } from './test-server.ts';
import { ensureTemplate, sweepTestDatabases } from './test-template.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const { connectionString, migrated, release } = await startTestServer();
  await sweepTestDatabases(connectionString);
  await ensureTemplate(connectionString, {
    name: migrated,
    from: 'template0',
    fill: (unfinished) => migrate({ connectionString: unfinished }),
  });
  return release;
}
