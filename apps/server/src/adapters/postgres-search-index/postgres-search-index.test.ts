import { pino } from 'pino';
import { openDatabase } from '../../platform/postgres/database.ts';
import { createNotifications } from '../../platform/postgres/notifications.ts';
import { describeSearchIndex } from '../../ports/search-index.contract.ts';
import { createTestDatabase } from '../../testing/postgres/test-database.ts';
import { createPostgresSearchIndex } from './postgres-search-index.ts';

const logger = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });

describeSearchIndex('PostgreSQL', async () => {
  const { connectionString, drop } = await createTestDatabase();
  const { db, pool, close } = openDatabase({ connectionString });
  const notifications = await createNotifications({ connectionString, logger });
  const index = createPostgresSearchIndex({ db, notifications, logger });
  return {
    index,
    db: pool,
    async close() {
      await index.close();
      await notifications.close();
      await close();
      await drop();
    },
  };
});
