import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { type ReadShelfRules, rememberRules } from './remember-rules.ts';
import { shelfRulesChannel } from './shelf-rule-repository.ts';
import { shelfRuleRoutes } from './shelf-rule-routes.ts';

export interface ShelfRulesModule extends Module {
  readonly readRules: ReadShelfRules;
}

export function createShelfRulesModule({
  db,
  notifications,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
}): ShelfRulesModule {
  const readRules = rememberRules(db);
  notifications.subscribe(shelfRulesChannel, readRules.forget);
  return {
    name: 'shelf-rules',
    readRules,
    routes: [shelfRuleRoutes({ db, onChange: readRules.forget })],
    register(app) {
      // The first shelf does not wait long for them.
      app.addHook('onListen', async () => void readRules().catch(() => undefined));
    },
  };
}
