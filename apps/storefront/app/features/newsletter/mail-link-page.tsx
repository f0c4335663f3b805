import { Button, Container, LinkButton } from '@kindred/ui';
import type { ReactNode } from 'react';
import { Form } from 'react-router';

interface MailLinkPageProps {
  title: string;
  children: ReactNode;
  /** The link of the page if it has no button. */
  next?: { label: string; href: string };
  /** The button that carries out the link. Mail programs open links automatically, so opening one changes nothing. */
  ask?: { label: string; token: string };
}

const home = { label: 'Go to the shop', href: '/' };

/** The page that an emailed link opens, before and after its button is pressed. */
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
    <MailLinkPage title="This link no longer works" {...(next && { next })}>
      <p>{children}</p>
    </MailLinkPage>
  );
}

export function DeadNewsletterLinkPage() {
  return (
    <DeadLinkPage next={{ label: 'Subscribe again', href: '/newsletter' }}>
      It may have expired, or part of it may be missing. Please open our latest email, or subscribe again.
    </DeadLinkPage>
  );
}
