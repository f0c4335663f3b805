import { Alert, Button, EmptyState, Link, LinkButton, LoadMore } from '@kindred/ui';
import { useEffect, useRef, useState } from 'react';
import { Form, useFetcher } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';
import { useSession } from '../session/use-session.ts';
import type { WishlistPageData } from './load-wishlist.ts';
import { MailSwitch } from './mail-switch.tsx';
import { RemovedRow } from './removed-row.tsx';
import { useMoreWishes } from './use-more-wishes.ts';
import { WishlistEntry } from './wishlist-entry.tsx';

/** The visitor's wishlist, with or without an account. */
export function WishlistView({ wishlist, path }: { wishlist: WishlistPageData; path: string }) {
  const { account } = useSession();
  const { items, nextCursor, isLoading, loadMore } = useMoreWishes(wishlist, path);
  const [removedIds, setRemovedIds] = useState<ReadonlySet<number>>(new Set());
  const count = wishlist.total - items.filter(({ productId }) => removedIds.has(productId)).length;

  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="font-semibold text-3xl">Wishlist</h1>
        {items.length > 0 && (
          <p className="text-ink-muted text-sm tabular-nums" aria-live="polite">
            {count} {count === 1 ? 'product' : 'products'}
          </p>
        )}
      </div>
      {wishlist.removed && (
        <Form method="post" className="mt-5">
          <RemovedRow title={wishlist.removed.title} productId={wishlist.removed.productId} />
        </Form>
      )}
      {items.length === 0 ? (
        <EmptyState
          title="Your wishlist is empty"
          actions={<LinkButton href="/search">Start shopping</LinkButton>}
        >
          Press the heart on any product to save it here.
        </EmptyState>
      ) : (
        <>
          <div className="mt-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
            {account ? <MailSwitch isOn={wishlist.mailsChanges} /> : <GuestNote path={path} />}
            <AddAllToCart />
          </div>
          <Form method="post" className="mt-3 border-line border-t">
            <ul className="divide-y divide-line">
              {items.map((wish) => (
                <li key={wish.productId}>
                  <WishlistEntry
                    wish={wish}
                    isMailed={wishlist.mailsChanges}
                    isRemoved={removedIds.has(wish.productId)}
                    onRemovedChange={(isRemoved) =>
                      setRemovedIds((ids) => {
                        const next = new Set(ids);
                        if (isRemoved) next.add(wish.productId);
                        else next.delete(wish.productId);
                        return next;
                      })
                    }
                  />
                </li>
              ))}
            </ul>
          </Form>
          {nextCursor !== null && (
            <LoadMore
              href={`${path}?${new URLSearchParams({ cursor: nextCursor })}`}
              shown={items.length}
              total={wishlist.total}
              noun="products"
              isLoading={isLoading}
              onLoadMore={loadMore}
            />
          )}
        </>
      )}
    </>
  );
}

function GuestNote({ path }: { path: string }) {
  return (
    <p className="max-w-prose text-ink-muted text-sm">
      This browser keeps your list for 90 days after your last change.{' '}
      <Link
        href={`/login?${new URLSearchParams({ return_to: path })}`}
        className="text-ink underline underline-offset-4"
      >
        Log in
      </Link>{' '}
      to keep it for good, see it on all your devices, and get an email when an item is cheaper or back in
      stock.
    </p>
  );
}

/** The button, and below it the products that could not be added. */
function AddAllToCart() {
  const fetcher = useFetcher<typeof action>();
  const message = useRef<HTMLDivElement>(null);
  const answer = fetcher.data;
  const isBusy = fetcher.state !== 'idle';

  useEffect(() => {
    if (answer) message.current?.focus();
  }, [answer]);

  return (
    <>
      <fetcher.Form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy)
            void fetcher.submit(
              { all_to_cart: '1' },
              { method: 'post', action: '/wishlist', defaultShouldRevalidate: false },
            );
        }}
      >
        <Button
          type="submit"
          name="all_to_cart"
          value="1"
          variant="secondary"
          aria-disabled={isBusy || undefined}
        >
          Add all to cart
        </Button>
      </fetcher.Form>
      {answer && answer.state !== 'done' && (
        <Alert
          ref={message}
          role="status"
          tone={answer.state === 'failed' ? 'danger' : answer.hasAdded ? 'success' : 'info'}
          title={answer.message}
          className="basis-full"
        >
          {answer.state === 'in-cart' && (
            <>
              {answer.notAdded.length > 0 && (
                <ul className="mt-1 list-disc pl-4">
                  {answer.notAdded.map(({ productId, text }) => (
                    <li key={productId}>{text}</li>
                  ))}
                </ul>
              )}
              <Link href="/cart" className="mt-1 inline-block py-1 underline underline-offset-4">
                View cart
              </Link>
            </>
          )}
        </Alert>
      )}
    </>
  );
}
