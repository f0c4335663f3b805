import type { Api } from '../api.ts';
import type { MadeServiceKey, NewServiceKey, ServiceKeyList } from '../contracts.ts';

/** For administrators: the keys of machines. */
export function serviceKeyAdminMethods({ get, send }: Api) {
  return {
    serviceKeys: () => get<ServiceKeyList>('/admin/service-keys'),
    /** Makes a key. Only this answer has its secret. */
    createServiceKey: (key: NewServiceKey) => send<MadeServiceKey>('POST', '/admin/service-keys', key),
    revokeServiceKey: (keyId: string) => send<void>('DELETE', `/admin/service-keys/${keyId}`),
  };
}
