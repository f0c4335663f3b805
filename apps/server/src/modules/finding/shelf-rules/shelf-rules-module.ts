import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { remember } from '../../../platform/remember.ts';
import type { ShelfRule } from './shelf-rule.ts';
import { findRules, shelfRulesChannel } from './shelf-rule-repository.ts';
import { shelfRuleRoutes } from './shelf-rule-routes.ts';

/** Returns the rules that are valid now or later, the newest first. */
export type ReadShelfRules = () => Promise<readonly ShelfRule[]>;

export interface ShelfRulesModule extends Module {
  readonly readRules: ReadShelfRules;
}

/** A node that missed a notification reads the rules again after this time. */
const keptMs = 5_000;

export function createShelfRulesModule({
  db,
  notifications,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
}): ShelfRulesModule {
  const readRules = remember(() => findRules(db), { forMs: keptMs, graceMs: 60_000 });
  notifications.subscribe(shelfRulesChannel, () => readRules.forget());
  return { name: 'shelf-rules', readRules, routes: [shelfRuleRoutes({ db, onChange: readRules.forget })] };
}
