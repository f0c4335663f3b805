import { Counter, type ExtensionNode } from '@kindred/server/extension';

export type StaffPickMetrics = ReturnType<typeof createStaffPickMetrics>;

export function createStaffPickMetrics(registry: ExtensionNode['registry']) {
  return {
    shown: new Counter({
      name: 'corner_shop_staff_picks_shown_total',
      help: 'How often the list of the staff’s picks was asked for',
      registers: [registry],
    }),
  };
}
