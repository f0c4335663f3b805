import type { Session } from '@kindred/contracts';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';

const nobody: Session = { account: null, cart_item_count: 0, wishlist_product_ids: [] };

/** Who looks at the page, what is in their cart and on their wishlist, as of the page's last look. After each action it is asked for again. */
export function useSession(): Session {
  return useRouteLoaderData<typeof loader>('root')?.session ?? nobody;
}
