import type { LinkProps } from '@kindred/ui';
import { Link } from 'react-router';

/** The link that the components of `@kindred/ui` use here. It navigates without loading a document. */
export function RouterLink({ href, keepsScroll = false, ...props }: LinkProps) {
  return <Link to={href} preventScrollReset={keepsScroll} viewTransition={!keepsScroll} {...props} />;
}
