import { defineExtension } from '@kindred/server/extension';
import { staffPickSource } from './staff-pick-source.ts';
import { createStaffPicksModule } from './staff-picks-module.ts';

export default defineExtension({
  migrations: new URL('./migrations/', import.meta.url),
  tables: ['staff_picks'],
  createModules: (node) => [createStaffPicksModule(node)],
  shippingMethods: [
    {
      shippingMethodId: 'corner-shop-bike',
      name: 'Bike courier',
      description: 'Around the corner, the same day',
      priceMinor: 450,
      currency: 'USD',
      countries: ['DE'],
      minDays: 0,
      maxDays: 1,
    },
  ],
  sources: [staffPickSource],
});
