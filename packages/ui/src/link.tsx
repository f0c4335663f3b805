import { type AnchorHTMLAttributes, type ComponentType, createContext, useContext } from 'react';

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** Keep the scroll position: the link changes a part of the page. */
  keepsScroll?: boolean | undefined;
}

function PlainLink({ keepsScroll: _, ...props }: LinkProps) {
  return <a {...props} />;
}

const LinkComponent = createContext<ComponentType<LinkProps>>(PlainLink);

/** Gives the components below it an application's own link, such as one that navigates without a page load. */
export const LinkProvider = LinkComponent.Provider;

/** A link within the application. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkComponent);
  return <Component {...props} />;
}
