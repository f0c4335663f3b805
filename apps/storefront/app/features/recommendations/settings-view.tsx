import { dayText } from '@kindred/shop-types';
import { Button, Disclosure, Link, Picture, Switch } from '@kindred/ui';
import type { ReactNode } from 'react';
import { Section } from '../account/section.tsx';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { useSession } from '../session/use-session.ts';
import { AboutProduct } from './about-product.tsx';
import type { AboutData } from './load-about.ts';
import type { SettingsData } from './load-settings.ts';
import { onSay, type Say, useSay } from './use-say.ts';

/** What a person's recommendations are made from, and what the person can change. With or without an account. */
export function RecommendationSettings({
  settings,
  about = null,
  path,
}: {
  settings: SettingsData;
  /** The product whose card led here. */
  about?: AboutData | null;
  path: string;
}) {
  const { account } = useSession();
  const { isOptedOut, history, feedback } = settings;
  const saying = useSay();
  const isDisabled = saying.isBusy || undefined;
  return (
    <>
      <h1 className="mb-8 font-semibold text-3xl">Your recommendations</h1>
      {about && <AboutProduct about={about} isOptedOut={isOptedOut} saying={saying} />}
      <Section
        title="Personal recommendations"
        intro={
          isOptedOut
            ? 'Off: they do not depend on what you viewed, bought or told us. We do not store what you view.'
            : 'On: we choose products by what you viewed, bought and told us. If you switch this off, we delete what you viewed, searched for and told us. Your orders and reviews stay.'
        }
      >
        <form method="post" onSubmit={onSay(saying)}>
          <Switch
            isOn={!isOptedOut}
            name="personal"
            value={isOptedOut ? 'on' : 'off'}
            aria-disabled={isDisabled}
          >
            Recommend products for me
          </Switch>
        </form>
        {!account && (
          <p className="mt-3 max-w-prose text-ink-muted text-sm">
            This setting is for this browser.{' '}
            <Link
              href={`/login?${new URLSearchParams({ return_to: path })}`}
              className="text-ink underline underline-offset-4"
            >
              Log in
            </Link>{' '}
            to see and change it for your account.
          </p>
        )}
      </Section>
      {!isOptedOut && (
        <>
          <Section
            title="Your history"
            intro={
              history.length === 0
                ? 'Nothing yet. Look at some products, and we recommend others that go with your taste.'
                : 'Your recommendations are made from this. Remove what should no longer count. Your orders, reviews, cart and wishlist stay as they are.'
            }
          >
            <Rows
              saying={saying}
              rows={history.map(({ productId, title, href, imageUrl, deed, at }) => ({
                key: String(productId),
                title,
                href,
                imageUrl,
                text: at === null ? deed : `${deed}, ${dayText(at)}`,
                button: { name: 'forget', value: String(productId), label: 'Remove', about: title },
              }))}
            />
          </Section>
          <Section
            title="What you told us"
            intro={
              feedback.length === 0
                ? 'Nothing yet. Open the menu on the picture of a recommended product to tell us what you think of it.'
                : undefined
            }
          >
            <Rows
              saying={saying}
              rows={feedback.map(({ feedbackId, text, product }) => ({
                key: feedbackId,
                title: product?.title ?? text,
                href: product?.href,
                imageUrl: product?.imageUrl ?? null,
                text: product ? text : undefined,
                button: {
                  name: 'take_back',
                  value: feedbackId,
                  label: 'Take back',
                  about: product ? `${text}: ${product.title}` : text,
                },
              }))}
            />
          </Section>
          <Section title="Start over">
            <Disclosure summary="Delete all of this">
              <p className="max-w-prose text-sm">
                We delete what you viewed, searched for and told us. What you bought, reviewed or put into
                your cart or wishlist until now no longer counts. You cannot undo this.
              </p>
              <form method="post" onSubmit={onSay(saying)} className="mt-4">
                <Button type="submit" name="start_over" value="1" variant="danger" aria-disabled={isDisabled}>
                  Start over
                </Button>
              </form>
            </Disclosure>
          </Section>
        </>
      )}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly title: string;
  readonly href: string | undefined;
  readonly imageUrl: string | null;
  readonly text: ReactNode;
  readonly button: {
    readonly name: string;
    readonly value: string;
    readonly label: string;
    readonly about: string;
  };
}

function Rows({ rows, saying }: { rows: readonly Row[]; saying: Say }) {
  const focus = useKeptFocus(rows.map(({ key }) => Number(key)));
  if (rows.length === 0) return null;
  return (
    <form method="post" onSubmit={onSay(saying)}>
      <ul
        {...focus.listProps}
        aria-busy={saying.isBusy}
        className="divide-y divide-line border-line border-t transition-opacity aria-busy:opacity-50"
      >
        {rows.map(({ key, title, href, imageUrl, text, button }) => (
          <li key={key} ref={focus.rowRef(Number(key))} className="flex items-center gap-4 py-3">
            {href !== undefined && (
              <div className="size-14 shrink-0 overflow-hidden rounded-md bg-surface">
                <Picture src={imageUrl} alt="" sizes="56px" maxWidth={160} />
              </div>
            )}
            <div className="min-w-0 grow text-sm">
              {href === undefined ? (
                <p className="font-medium">{title}</p>
              ) : (
                <Link href={href} className="line-clamp-2 font-medium underline-offset-4 hover:underline">
                  {title}
                </Link>
              )}
              {text && <p className="mt-0.5 text-ink-muted">{text}</p>}
            </div>
            <Button
              type="submit"
              variant="secondary"
              name={button.name}
              value={button.value}
              aria-label={`${button.label}: ${button.about}`}
              aria-disabled={saying.isBusy || undefined}
              data-line-focus
            >
              {button.label}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
