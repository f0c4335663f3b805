import { Alert, Button, Container, LinkButton } from '@kindred/ui';
import { useEffect } from 'react';
import { Form, useNavigation } from 'react-router';
import { moneyText } from '../../shared/money-text.ts';
import { useLookAgain } from '../../shared/use-look-again.ts';
import type { WaitingPayment } from './load-checkout.ts';
import { StripeNextAction } from './stripe-next-action.tsx';

const lookAgainMs = 3_000;

/** A payment that was begun and is not decided: at the bank, which can be gone on with or given up; or at the provider. */
export function WaitingPage({ waiting, failure }: { waiting: WaitingPayment; failure: string | undefined }) {
  const { nextAction, total, orderId, orderHref, settings } = waiting;
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Container className="pt-6 md:pt-10">
      <div className="max-w-prose space-y-5">
        <h1 className="font-semibold text-2xl">
          {nextAction ? 'Your payment is not finished' : 'Your payment is being looked at'}
        </h1>
        {failure && (
          <Alert tone="danger" role="alert">
            {failure}
          </Alert>
        )}
        {nextAction ? (
          <>
            <p>
              Your bank wants to know that it is you who pays {moneyText(total)}. Nothing is charged before
              you have answered, and your goods are kept for you for half an hour.
            </p>
            <div className="flex flex-wrap gap-3">
              {nextAction.redirect_url ? (
                <a
                  href={nextAction.redirect_url}
                  className="inline-flex min-h-12 items-center justify-center rounded-full bg-ink px-7 font-medium text-base text-paper hover:bg-accent hover:text-on-accent"
                >
                  Go on at your bank
                </a>
              ) : (
                <StripeNextAction
                  orderId={orderId}
                  clientSecret={nextAction.client_secret ?? ''}
                  publishableKey={settings?.settings.publishable_key}
                />
              )}
              <Form method="post" action="/checkout?step=payment">
                <Button
                  type="submit"
                  name="intent"
                  value="cancel-payment"
                  variant="secondary"
                  size="lg"
                  disabled={isBusy}
                >
                  Pay in another way
                </Button>
              </Form>
            </div>
          </>
        ) : (
          <>
            <LookAgain />
            <p role="status">
              We are waiting for an answer about {moneyText(total)}. It can take a minute. You need not stay:
              we write to you as soon as we know.
            </p>
            <LinkButton href="/checkout" variant="secondary">
              Look again
            </LinkButton>
            <p className="text-sm">
              <a href={orderHref} className="underline underline-offset-4">
                See your order
              </a>
            </p>
          </>
        )}
      </div>
    </Container>
  );
}

function LookAgain() {
  const { lookAgain, isLooking } = useLookAgain();
  useEffect(() => {
    if (isLooking) return;
    const timer = setTimeout(() => void lookAgain(), lookAgainMs);
    return () => clearTimeout(timer);
  }, [lookAgain, isLooking]);
  return null;
}
