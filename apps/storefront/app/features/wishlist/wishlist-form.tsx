import { useLocation } from 'react-router';

export const wishlistFormId = 'wishlist-form';

/** The form to which all hearts of a page belong in browsers without JavaScript. */
export function WishlistForm() {
  const { pathname, search } = useLocation();
  return (
    <form id={wishlistFormId} method="post" action="/wishlist" hidden>
      <input type="hidden" name="return_to" value={pathname + search} />
    </form>
  );
}
