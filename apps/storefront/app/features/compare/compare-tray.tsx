import { Button, CloseIcon, Container, LinkButton, Picture } from '@kindred/ui';
import { useLocation } from 'react-router';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { comparePath, emptyList, mostCompared, withoutProduct } from './compare-list.ts';
import { keepCompared, useCompared } from './compare-store.ts';

/**
 * The products to compare, at the bottom of the window. It is the page's last element and sticks there, so that it never covers the
 * page's end.
 */
export function CompareTray() {
  const list = useCompared();
  const { pathname } = useLocation();
  const ids = list.products.map(({ id }) => id);
  const { listProps, rowRef } = useKeptFocus(ids);
  if (ids.length === 0 || pathname === '/compare') return null;

  const clear = () => {
    document.getElementById('content')?.focus({ preventScroll: true });
    keepCompared(emptyList);
  };

  return (
    <section
      aria-label="Compare"
      data-tray
      className="sticky bottom-(--buy-bar) z-20 border-line border-t bg-paper shadow-overlay print:hidden"
    >
      <Container className="flex h-17 items-center gap-3 md:gap-6">
        <ul {...listProps} className="flex gap-1 md:gap-2">
          {list.products.map(({ id, title, imageUrl }) => (
            <li key={id} ref={rowRef(id)}>
              <button
                type="button"
                data-line-focus
                aria-label={`Remove from comparison: ${title}`}
                title={title}
                onClick={() => keepCompared(withoutProduct(list, id))}
                className="relative block size-11 rounded-sm md:size-12"
              >
                <span className="block size-full overflow-hidden rounded-sm bg-surface">
                  <Picture src={imageUrl} alt="" sizes="3rem" maxWidth={160} />
                </span>
                <span className="absolute -top-1 -right-1 grid size-4.5 place-items-center rounded-full bg-ink text-paper">
                  <CloseIcon size={12} aria-hidden="true" />
                </span>
              </button>
            </li>
          ))}
          {Array.from({ length: mostCompared - ids.length }, (_, place) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
              key={`free-${place}`}
              aria-hidden="true"
              className="hidden size-12 rounded-sm border border-line-strong border-dashed md:block"
            />
          ))}
        </ul>
        <p role="status" className="hidden text-ink-muted text-sm tabular-nums md:block">
          {ids.length} of {mostCompared}
        </p>
        <div className="ml-auto flex items-center gap-3 md:gap-5">
          <Button variant="quiet" onClick={clear} className="max-sm:hidden px-1">
            Clear
          </Button>
          <LinkButton href={comparePath(ids)} className="max-sm:px-3">
            Compare
          </LinkButton>
        </div>
      </Container>
    </section>
  );
}
