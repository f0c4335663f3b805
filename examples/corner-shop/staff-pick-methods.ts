import type { Api } from '@kindred/client';
import type { NewStaffPick, StaffPick, StaffPickList } from './staff-pick.ts';

export function staffPickMethods({ get, send }: Api) {
  return {
    staffPicks: () => get<StaffPickList>('/staff-picks'),
    /** For administrators. */
    saveStaffPick: (productId: number, pick: NewStaffPick) =>
      send<StaffPick>('PUT', `/admin/staff-picks/${productId}`, pick),
    /** For administrators. */
    deleteStaffPick: (productId: number) => send<void>('DELETE', `/admin/staff-picks/${productId}`),
  };
}
