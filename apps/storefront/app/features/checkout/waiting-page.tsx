import { Alert, Button, Container, LinkButton } from '@kindred/ui';
import { useEffect } from 'react';
import { Form, useNavigation } from 'react-router';
import { moneyText } from '../../shared/money-text.ts';
import { useLookAgain } from '../../shared/use-look-again.ts';
import type { WaitingPayment } from './load-checkout.ts';
import { StripeNextAction } from './stripe-next-action.tsx';

const lookAgainMs = 3_000;

/** A payment that is not decided. If the bank asks for confirmation, the shopper can continue or cancel; otherwise the provider is at work. */
export function WaitingPage({ waiting, failure }: { waiting: WaitingPayment; failure: string | undefined }) {
  const { nextAction, total, orderId, orderHref, settings } = waiting;
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Container className="pt-6 md:pt-10">
      <div className="max-w-prose space-y-5">
        <h1 className="font-semibold text-2xl">
          {nextAction ? 'Your payment is not complete' : 'We are processing your payment'}
        </h1>
        {failure && (
          <Alert tone="danger" role="alert">
            {failure}
          </Alert>
        )}
        {nextAction ? (
          <>
            <p>
              Your bank asks you to confirm the payment of {moneyText(total)}. You will not be charged until
              you do. We hold your items for half an hour.
            </p>
            <div className="flex flex-wrap gap-3">
              {nextAction.redirect_url ? (
                <a
                  href={nextAction.redirect_url}
                  className="inline-flex min-h-12 items-center justify-center rounded-full bg-ink px-7 font-medium text-base text-paper hover:bg-accent hover:text-on-accent"
                >
                  Continue at your bank
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
                  Pay another way
                </Button>
              </Form>
            </div>
          </>
        ) : (
          <>
            <LookAgain />
            <p role="status">
              We are waiting for the payment of {moneyText(total)} to be confirmed. This can take a minute.
              You can leave this page: we will email you as soon as we know.
            </p>
            <LinkButton href="/checkout" variant="secondary">
              Check again
            </LinkButton>
            <p className="text-sm">
              <a href={orderHref} className="underline underline-offset-4">
                View order
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
