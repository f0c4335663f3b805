export { createServiceKey } from './create-service-key.ts';
export { listServiceKeys, revokeServiceKey } from './service-key-repository.ts';
export { presentServiceKey } from './service-key-routes.ts';
export { createServiceKeysModule } from './service-keys-module.ts';
