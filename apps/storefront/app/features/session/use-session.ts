import type { Session } from '@kindred/contracts';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';

const nobody: Session = { account: null, cart_item_count: 0, wishlist_product_ids: [], is_opted_out: false };

/** The visitor's account, cart count, wishlist and opt-out, as the page last loaded them. It loads them again after each action. */
export function useSession(): Session {
  return useRouteLoaderData<typeof loader>('root')?.session ?? nobody;
}
