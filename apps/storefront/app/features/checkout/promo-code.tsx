import type { PriceBreakdown } from '@kindred/contracts';
import { Button, Disclosure, TextField } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { RemoveCodeButton, UsedCodes } from '../promo-codes/used-codes.tsx';
import type { CheckoutReply } from './checkout-reply.ts';
import { stepFormId } from './checkout-steps.ts';

/** Part of the open step's form, so that the step's input is sent with it and comes back. */
export function PromoCode({
  breakdown,
  promo,
}: {
  breakdown: PriceBreakdown;
  promo: CheckoutReply['promo'];
}) {
  const applyRef = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!promo || !field.current) return;
    if (promo.error === undefined) field.current.value = '';
    else field.current.focus();
  }, [promo]);

  return (
    <div className="mt-4 border-line border-t pt-2">
      <UsedCodes
        breakdown={breakdown}
        removal={(code) => (
          <RemoveCodeButton
            code={code}
            form={stepFormId}
            formNoValidate
            name="intent"
            value={`remove-code:${code}`}
          />
        )}
      />
      <Disclosure summary="Add a promo code" isOpen={promo !== undefined}>
        <div className="flex items-start gap-2">
          <TextField
            ref={field}
            name="code"
            label="Promo code"
            form={stepFormId}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            defaultValue={promo?.error === undefined ? '' : promo.code}
            error={promo?.error}
            className="min-w-0 grow"
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              applyRef.current?.click();
            }}
          />
          {promo?.error !== undefined && (
            <input type="hidden" name="refused_code" value={promo.code} form={stepFormId} />
          )}
          <Button
            ref={applyRef}
            type="submit"
            form={stepFormId}
            formNoValidate
            name="intent"
            value="apply-code"
            variant="secondary"
            className="mt-[1.625rem] min-h-12"
          >
            Apply
          </Button>
        </div>
      </Disclosure>
      <p role="status" className="sr-only">
        {promo && (promo.error ?? `${promo.code} applied`)}
      </p>
    </div>
  );
}
