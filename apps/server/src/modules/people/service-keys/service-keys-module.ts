import type { FindServiceKey } from '../../../platform/http/caller.ts';
import type { Module } from '../../../platform/module.ts';
import { serviceKeyRoutes } from './service-key-routes.ts';
import { createValidServiceKeys } from './valid-service-keys.ts';

export interface ServiceKeysModule extends Module {
  readonly find: FindServiceKey;
}

export function createServiceKeysModule({
  db,
  notifications,
  logger,
  clock,
}: Omit<Parameters<typeof createValidServiceKeys>[0], 'clock'> & { clock: () => Date }): ServiceKeysModule {
  const keys = createValidServiceKeys({ db, notifications, logger, clock: () => clock().getTime() });
  return {
    name: 'service-keys',
    find: keys.find,
    routes: [serviceKeyRoutes({ db, onRevoked: keys.forget, clock })],
    close: keys.close,
  };
}
