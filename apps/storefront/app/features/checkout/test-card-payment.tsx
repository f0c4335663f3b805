import { Button, Disclosure, ErrorSummary, TextField } from '@kindred/ui';
import type { FormEvent } from 'react';
import { Form, useNavigation } from 'react-router';
import { errorOf, summaryOf } from '../../shared/form-errors.ts';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { cardLabels, caretAfter, checkCard, groupExpiry, groupNumber } from './card-fields.ts';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { MethodChoice } from './method-choice.tsx';

const check = (form: FormData) => (form.get('method') === 'kept' ? [] : checkCard(form, new Date()));

/** A card of the test provider, which is the shop's own server. It stores no card number. */
export function TestCardPayment({ data: { checkout }, answer }: StepProps) {
  const { errors, formProps, summaryRef } = useFormErrors(answer?.errors, check);
  const isBusy = useNavigation().state !== 'idle';
  const field = (name: keyof typeof cardLabels) => ({
    name,
    label: cardLabels[name],
    required: true,
    inputMode: 'numeric' as const,
    error: errorOf(errors, name),
    defaultValue: answer?.values?.[name],
  });
  return (
    <Form
      {...formProps}
      id={stepFormId}
      method="post"
      action={stepPath('payment')}
      className="group space-y-6"
    >
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
      <MethodChoice checkout={checkout} isOther={answer?.values?.method === 'other'}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            {...field('number')}
            autoComplete="cc-number"
            className="sm:col-span-2"
            onInput={(event) => group(event, groupNumber)}
          />
          <TextField
            {...field('expiry')}
            autoComplete="cc-exp"
            placeholder="MM/YY"
            onInput={(event) => group(event, groupExpiry)}
          />
          <TextField {...field('security_code')} autoComplete="cc-csc" maxLength={4} />
        </div>
      </MethodChoice>
      <Button type="submit" size="lg" className="max-sm:w-full" disabled={isBusy}>
        Review order
      </Button>
      <TestCards />
    </Form>
  );
}

/** Groups the digits as on the card. The caret stays after the digit that was typed. */
function group(event: FormEvent<HTMLInputElement>, format: (text: string) => string): void {
  const input = event.currentTarget;
  const next = format(input.value);
  if (next === input.value) return;
  const caret = input.selectionStart ?? input.value.length;
  const isAtEnd = caret === input.value.length;
  const digits = input.value.slice(0, caret).replaceAll(/\D/g, '').length;
  input.value = next;
  const place = isAtEnd ? next.length : caretAfter(next, digits);
  input.setSelectionRange(place, place);
}

const testCards: readonly (readonly [number: string, does: string])[] = [
  ['4242 4242 4242 4242', 'pays'],
  ['5555 5555 5555 4444', 'pays (Mastercard)'],
  ['3782 822463 10005', 'pays (American Express)'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 9995', 'is declined for insufficient funds'],
  ['4000 0025 0000 3155', 'needs confirmation at the bank, then pays'],
  ['4000 0084 0000 1629', 'needs confirmation at the bank, then is declined'],
];

function TestCards() {
  return (
    <div>
      <p className="text-ink-muted text-sm">
        This shop is in test mode: it accepts test cards only, and no money moves. Use any future expiry date
        and any security code.
      </p>
      <Disclosure summary="Test cards" isOpen>
        <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
          {testCards.map(([number, does]) => (
            <div key={number} className="contents">
              <dt className="tabular-nums">{number}</dt>
              <dd className="text-ink-muted max-sm:mb-1.5">{does}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
