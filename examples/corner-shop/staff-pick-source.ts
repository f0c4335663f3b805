import type { ExtensionSource } from '@kindred/server/extension';
import { findPicks } from './staff-pick-repository.ts';

export const staffPickSource: ExtensionSource = {
  name: 'staff-picks',
  slots: ['home', 'trending'],
  place: 'in-turn',
  reason: { code: 'staff-pick', text: 'Picked by our staff' },
  async candidates({ db, limit }) {
    const picks = await findPicks(db, limit);
    return picks.map(({ product_id: productId }, place) => ({ productId, score: 1 / (place + 1) }));
  },
};
