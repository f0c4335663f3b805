import type { PriceBreakdown } from '@kindred/contracts';
import { Button, Disclosure, TextField } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { RemoveCodeButton, UsedCodes } from '../promo-codes/used-codes.tsx';
import { CartForm } from './cart-form.tsx';
import type { RefusedForm } from './change-cart.ts';

interface PromoCodesProps {
  breakdown: PriceBreakdown;
  /** The code that a page without JavaScript sent. */
  refused: RefusedForm | undefined;
}

/** The codes in use, each with its discount or the reason why it does not count, and a folded field for another code. */
export function PromoCodes({ breakdown, refused }: PromoCodesProps) {
  return (
    <div className="mt-4 border-line border-t pt-2">
      <UsedCodes breakdown={breakdown} removal={(code) => <Removal code={code} />} />
      <Disclosure summary="Add a promo code" isOpen={refused !== undefined}>
        <NewCode refused={refused} />
      </Disclosure>
    </div>
  );
}

function NewCode({ refused }: Pick<PromoCodesProps, 'refused'>) {
  const fetcher = useFetcher<typeof action>({ key: 'cart-code' });
  const isBusy = fetcher.state !== 'idle';
  const field = useRef<HTMLInputElement>(null);
  const answer = isBusy ? undefined : (fetcher.data ?? refused?.answer);
  const message = answer?.refusal?.message;
  const isApplied = answer !== undefined && message === undefined;

  useEffect(() => {
    if (message !== undefined) field.current?.focus();
  }, [message]);
  useEffect(() => {
    if (isApplied && field.current) field.current.value = '';
  }, [isApplied]);

  return (
    <CartForm
      fetcher={fetcher}
      className="flex items-start gap-2"
      onSubmit={(event) => {
        if (isBusy || field.current?.value.trim() === '') event.preventDefault();
      }}
    >
      <input type="hidden" name="change" value="add-code" />
      <TextField
        ref={field}
        id="promo-code"
        name="code"
        label="Promo code"
        className="min-w-0 grow"
        defaultValue={refused?.code}
        error={message}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <Button type="submit" variant="secondary" className="mt-7 min-h-12" aria-disabled={isBusy || undefined}>
        Apply
      </Button>
      <p role="status" className="sr-only">
        {isApplied ? 'Promo code applied' : ''}
      </p>
    </CartForm>
  );
}

function Removal({ code }: { code: string }) {
  const fetcher = useFetcher<typeof action>({ key: `cart-code-${code}` });
  return (
    <CartForm fetcher={fetcher}>
      <input type="hidden" name="change" value="remove-code" />
      <input type="hidden" name="code" value={code} />
      <RemoveCodeButton code={code} />
    </CartForm>
  );
}
