import { type AnchorHTMLAttributes, type ComponentType, createContext, useContext } from 'react';

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** Keeps the scroll position, for a link that changes only a part of the page. */
  keepsScroll?: boolean | undefined;
}

function PlainLink({ keepsScroll: _, ...props }: LinkProps) {
  return <a {...props} />;
}

const LinkComponent = createContext<ComponentType<LinkProps>>(PlainLink);

/** Provides the components below it with an application's own link, such as one that navigates without a page load. */
export const LinkProvider = LinkComponent.Provider;

/** A link within the application. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkComponent);
  return <Component {...props} />;
}
