import { Button, Container, LinkButton } from '@kindred/ui';
import type { ReactNode } from 'react';
import { Form } from 'react-router';

interface MailLinkPageProps {
  title: string;
  children: ReactNode;
  /** Where the page leads when there is nothing to ask. */
  next?: { label: string; href: string };
  /** The button that does what the link is for. Mail programs open links by themselves, so opening one changes nothing. */
  ask?: { label: string; token: string };
}

const home = { label: 'Go to the shop', href: '/' };

/** What the link of a mail opens, and what came of it. */
export function MailLinkPage({ title, children, ask, next = home }: MailLinkPageProps) {
  return (
    <Container className="pt-10 md:pt-14">
      <div className="mx-auto flex max-w-prose flex-col items-start">
        <h1 className="font-semibold text-3xl">{title}</h1>
        <div className="mt-4 text-ink-muted text-lg">{children}</div>
        <div className="mt-7">
          {ask ? (
            <Form method="post">
              <input type="hidden" name="token" value={ask.token} />
              <Button type="submit" size="lg">
                {ask.label}
              </Button>
            </Form>
          ) : (
            <LinkButton href={next.href} size="lg" variant="secondary">
              {next.label}
            </LinkButton>
          )}
        </div>
      </div>
    </Container>
  );
}

export function DeadLinkPage({ children, next }: Pick<MailLinkPageProps, 'children' | 'next'>) {
  return (
    <MailLinkPage title="This link does not work any more" {...(next && { next })}>
      <p>{children}</p>
    </MailLinkPage>
  );
}

export function DeadNewsletterLinkPage() {
  return (
    <DeadLinkPage next={{ label: 'Subscribe again', href: '/newsletter' }}>
      It may be an old one, or a part of it is missing. Please open the newest mail from us, or subscribe
      again.
    </DeadLinkPage>
  );
}
