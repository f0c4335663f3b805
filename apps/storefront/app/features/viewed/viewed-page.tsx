import type { ViewedList } from '@kindred/contracts';
import { Button, Disclosure, EmptyState, Link, LinkButton, ProductCard } from '@kindred/ui';
import { Form, useNavigation, useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '../../root.tsx';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { productCardProps } from '../catalog/product-card-props.tsx';
import { DepartmentTiles } from '../home/department-tiles.tsx';
import { useSession } from '../session/use-session.ts';
import { WishButton } from '../wishlist/wish-button.tsx';

const pictureSizes =
  '(min-width: 90rem) 250px, (min-width: 64rem) 18vw, (min-width: 48rem) 22vw, (min-width: 40rem) 30vw, calc(50vw - 1.5rem)';

/** All that the visitor opened, the last first. Each product can be removed, or all. */
export function ViewedPage({ list, hasObjection }: { list: ViewedList; hasObjection: boolean }) {
  const { is_opted_out: isOptedOut } = useSession();
  const isBusy = useNavigation().state !== 'idle';
  const ids = list.items.map(({ product }) => product.product_id);
  const focus = useKeptFocus(ids);
  return (
    <>
      <h1 className="font-semibold text-3xl">Recently viewed</h1>
      {list.items.length === 0 ? (
        <Nothing isOptedOut={isOptedOut} hasObjection={hasObjection} />
      ) : (
        <>
          <p className="mt-1.5 max-w-prose text-ink-muted">
            The last opened first. What you remove no longer counts for your recommendations either.
          </p>
          <Form method="post" preventScrollReset className="mt-8" aria-busy={isBusy}>
            <ul
              {...focus.listProps}
              className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 md:grid-cols-4 md:gap-x-6 md:gap-y-10 lg:grid-cols-5"
            >
              {list.items.map(({ product }, index) => (
                <li
                  key={product.product_id}
                  ref={focus.rowRef(product.product_id)}
                  className="flex flex-col gap-2"
                >
                  <div className="grow">
                    <ProductCard
                      {...productCardProps(product)}
                      pictureSizes={pictureSizes}
                      eager={index < 5}
                      action={<WishButton product={product} />}
                    />
                  </div>
                  <Button
                    type="submit"
                    variant="secondary"
                    name="forget"
                    value={product.product_id}
                    aria-label={`Remove: ${product.title}`}
                    aria-disabled={isBusy || undefined}
                    data-line-focus
                    className="w-full"
                  >
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
          </Form>
          <div className="mt-10 flex flex-wrap items-start justify-between gap-6">
            <Disclosure summary="Clear all">
              <p className="max-w-prose text-sm">
                We delete all your views and clicks, so your recommendations no longer follow them. You cannot
                undo this.
              </p>
              <Form method="post" className="mt-4">
                <Button
                  type="submit"
                  name="clear"
                  value="1"
                  variant="danger"
                  aria-disabled={isBusy || undefined}
                >
                  Clear all
                </Button>
              </Form>
            </Disclosure>
            {list.next_cursor !== null && (
              <LinkButton
                variant="secondary"
                rel="next"
                href={`/viewed?${new URLSearchParams({ cursor: list.next_cursor })}`}
              >
                Viewed before these
              </LinkButton>
            )}
          </div>
        </>
      )}
    </>
  );
}

function Nothing({ isOptedOut, hasObjection }: { isOptedOut: boolean; hasObjection: boolean }) {
  const { account } = useSession();
  const departments = useRouteLoaderData<typeof rootLoader>('root')?.departments ?? [];
  const settings = account ? '/account/recommendations' : '/recommendations';
  return (
    <div className="flex flex-col gap-10">
      {isOptedOut ? (
        <EmptyState
          title="We do not store what you view"
          actions={
            <LinkButton href={settings} variant="secondary">
              Your settings
            </LinkButton>
          }
        >
          Your personal recommendations are off.
        </EmptyState>
      ) : hasObjection ? (
        <EmptyState title="We do not store what you view">
          Your browser asks every site not to track it.{' '}
          <Link href="/privacy" className="text-ink underline underline-offset-4">
            What we store then
          </Link>
        </EmptyState>
      ) : (
        <EmptyState title="Nothing yet">Products that you open are listed here.</EmptyState>
      )}
      <DepartmentTiles departments={departments} />
    </div>
  );
}
