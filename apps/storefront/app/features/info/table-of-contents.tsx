import type { ShopPage } from '@kindred/contracts';
import { Disclosure } from '@kindred/ui';

/** Beside the text on wide screens, folded above it on phones. */
export function TableOfContents({ sections }: { sections: ShopPage['sections'] }) {
  const links = (
    <ul>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className="flex min-h-11 items-center text-ink-muted text-sm hover:text-ink hover:underline hover:underline-offset-4 lg:min-h-8 lg:py-1"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label="On this page" className="lg:sticky lg:top-24">
      <div className="lg:hidden">
        <Disclosure summary="On this page">{links}</Disclosure>
      </div>
      <div className="hidden lg:block">
        <p className="mb-2 font-medium text-sm">On this page</p>
        {links}
      </div>
    </nav>
  );
}
