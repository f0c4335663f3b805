import { useLocation } from 'react-router';

export const wishlistFormId = 'wishlist-form';

/** The form of all hearts of a page, for browsers without JavaScript: each is a button of it. */
export function WishlistForm() {
  const { pathname, search } = useLocation();
  return (
    <form id={wishlistFormId} method="post" action="/wishlist" hidden>
      <input type="hidden" name="return_to" value={pathname + search} />
    </form>
  );
}
