import { Alert, Button, LinkButton, LockIcon } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import { moneyText } from '../../shared/money-text.ts';
import { ChangedCheckout } from './changed-checkout.tsx';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { shownBasket } from './shown-basket.ts';

/** The last step, with the button that pays. The other steps are folded above it. */
export function ReviewStep({ data: { checkout, attempt }, answer }: StepProps) {
  const navigation = useNavigation();
  const isBusy = navigation.state !== 'idle';
  const isPaying = isBusy && navigation.formData?.get('intent') === 'pay';
  const { total_price: total } = checkout.breakdown;
  const soldOut = [...(answer?.changes ?? []), ...checkout.notices].filter(({ kind }) => kind === 'sold-out');
  const payText = total.amount_minor === 0 ? 'Place order' : `Pay ${moneyText(total)}`;
  return (
    <Form id={stepFormId} method="post" action={stepPath('review')} className="space-y-6">
      {answer?.isUnreachable ? (
        <Failure
          title="We could not reach the shop"
          text="Check your connection and try again. You will be charged only once."
        />
      ) : (
        <Failure title="You have not been charged" text={answer?.failure} />
      )}
      <ChangedCheckout
        changes={answer?.changes ?? soldOut}
        totals={answer?.totals}
        isNews={answer?.changes !== undefined}
      />
      <input type="hidden" name="checkout_id" value={checkout.checkout_id} />
      <input type="hidden" name="attempt" value={attempt} />
      <input type="hidden" name="expected_total" value={JSON.stringify(total)} />
      <input type="hidden" name="shown" value={JSON.stringify(shownBasket(checkout))} />
      <p className="text-sm">
        Please check your order. By placing it, you accept our{' '}
        <a href="/terms" target="_blank" rel="noopener" className="underline underline-offset-4">
          terms
        </a>
        .
      </p>
      <Goods lines={checkout.lines} />
      {soldOut.length > 0 ? (
        <LinkButton href="/cart" variant="secondary">
          Back to cart
        </LinkButton>
      ) : (
        <div className="scripted:max-lg:sticky scripted:max-lg:bottom-14 scripted:max-lg:z-10 scripted:max-lg:-mx-4 scripted:max-lg:border-line scripted:max-lg:border-t scripted:max-lg:bg-paper scripted:max-lg:px-4 scripted:max-lg:pt-3 scripted:max-lg:pb-1">
          <Button
            type="submit"
            name="intent"
            value="pay"
            size="lg"
            disabled={isBusy}
            className="w-full sm:min-w-64 lg:w-auto"
          >
            <LockIcon size={18} aria-hidden="true" />
            {payText}
          </Button>
          <p role="status" className="mt-2 min-h-5 text-ink-muted text-sm">
            {isPaying ? 'Processing your payment. Please keep this page open.' : ''}
          </p>
        </div>
      )}
    </Form>
  );
}

/** The products, on phones, where the summary is a folded bar. */
function Goods({ lines }: { lines: StepProps['data']['checkout']['lines'] }) {
  return (
    <ul className="hidden space-y-2 text-sm scripted:max-lg:block">
      {lines.map(({ product_id, title, quantity, subtotal }) => (
        <li key={product_id} className="flex justify-between gap-4">
          <span className="wrap-anywhere min-w-0">
            {quantity} × {title}
          </span>
          <span className="shrink-0 text-ink-muted tabular-nums">{moneyText(subtotal)}</span>
        </li>
      ))}
    </ul>
  );
}

function Failure({ title, text }: { title: string; text: string | undefined }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text !== undefined) ref.current?.focus();
  }, [text]);
  if (text === undefined) return null;
  return (
    <Alert ref={ref} tone="danger" role="alert" title={title}>
      {text}
    </Alert>
  );
}
