import type { LinkProps } from '@kindred/ui';
import { Link } from 'react-router';

/**
 * The link that the components of `@kindred/ui` use here. It navigates without loading a document. A product's page begins at once with
 * what its card says: a transition from that would only cost time.
 */
export function RouterLink({ href, keepsScroll = false, ...props }: LinkProps) {
  return (
    <Link
      to={href}
      preventScrollReset={keepsScroll}
      viewTransition={!keepsScroll && !href.startsWith('/p/')}
      {...props}
    />
  );
}
