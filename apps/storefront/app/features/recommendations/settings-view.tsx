import { dayText } from '@kindred/shop-types';
import { Button, Disclosure, Link, Picture, Switch } from '@kindred/ui';
import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Section } from '../account/section.tsx';
import { useSession } from '../session/use-session.ts';
import type { SettingsData } from './load-settings.ts';

/** What a person's recommendations are made from, and what the person can change. With or without an account. */
export function RecommendationSettings({ settings, path }: { settings: SettingsData; path: string }) {
  const { account } = useSession();
  const { isOptedOut, history, feedback } = settings;
  return (
    <>
      <h1 className="mb-8 font-semibold text-3xl">Your recommendations</h1>
      <Section
        title="Personal recommendations"
        intro={
          isOptedOut
            ? 'Off: you see what is popular with everybody. We store nothing about what you view.'
            : 'On: we choose products by what you viewed, bought and told us. If you switch them off, we delete what you viewed and what you told us.'
        }
      >
        <Form method="post">
          <Switch isOn={!isOptedOut} name="personal" value={isOptedOut ? 'on' : 'off'}>
            Recommend products for me
          </Switch>
        </Form>
        {!account && (
          <p className="mt-3 max-w-prose text-ink-muted text-sm">
            This is about this browser.{' '}
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
            title="What they are made from"
            intro={
              history.length === 0
                ? 'Nothing yet. Look at some products, and we recommend others that go with your taste.'
                : 'Remove what should no longer count. What you bought stays in your orders.'
            }
          >
            <Rows
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
              feedback.length === 0 ? 'Nothing yet. Each recommended product has a menu for it.' : undefined
            }
          >
            <Rows
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
          <Section title="Start anew">
            <Disclosure summary="Delete all of this">
              <p className="max-w-prose text-sm">
                We delete what you viewed and what you told us, and what you bought or reviewed until now no
                longer counts. You cannot undo this.
              </p>
              <Form method="post" className="mt-4">
                <Button type="submit" name="start_anew" value="1" variant="danger">
                  Start anew
                </Button>
              </Form>
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

function Rows({ rows }: { rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <Form method="post">
      <ul className="divide-y divide-line border-line border-y">
        {rows.map(({ key, title, href, imageUrl, text, button }) => (
          <li key={key} className="flex items-center gap-4 py-3">
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
            >
              {button.label}
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
