import { Counter, type ExtensionNode } from '@kindred/server/extension';

export type StaffPickMetrics = ReturnType<typeof createStaffPickMetrics>;

export function createStaffPickMetrics(registry: ExtensionNode['registry']) {
  return {
    shown: new Counter({
      name: 'corner_shop_staff_picks_shown_total',
      help: 'The number of requests for the list of staff picks',
      registers: [registry],
    }),
  };
}
