import type { Api } from '../api.ts';
import type { TrainingReceipt } from '../contracts.ts';

/** For administrators and machines. */
export function modelAdminMethods({ send }: Api) {
  return { trainModel: () => send<TrainingReceipt>('POST', '/admin/models/train') };
}
