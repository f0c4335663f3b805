import type { Order, OrderLine } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { ErrorSummary, LinkButton, Picture, SelectField, TextArea } from '@kindred/ui';
import { Form } from 'react-router';
import { errorOf, type FormError, summaryOf } from '../../shared/form-errors.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { returnReasons } from './order-words.ts';
import { checkReturn, quantityName } from './return-request.ts';

interface ReturnFormProps {
  order: Order;
  /** The product that is preselected. */
  productId: number | undefined;
  /** The idempotency key: a request that is sent twice makes one return. */
  requestKey: string;
  back: string;
  errors: readonly FormError[] | undefined;
  values: Readonly<Record<string, string>>;
}

/** The units to return, and the reason. */
export function ReturnForm({
  order,
  productId,
  requestKey,
  back,
  errors: fromServer,
  values,
}: ReturnFormProps) {
  const { errors, formProps, summaryRef } = useFormErrors(fromServer, checkReturn);
  const lines = order.lines.filter(({ returnable }) => returnable.quantity > 0);
  const others = order.lines.filter(({ returnable }) => returnable.quantity === 0);
  return (
    <>
      <Form method="post" {...formProps} className="mt-8 space-y-8">
        <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
        <input type="hidden" name="key" value={requestKey} readOnly />
        <ul className="divide-y divide-line border-line border-y">
          {lines.map((line) => {
            const name = quantityName(line.product_id);
            const usual = lines.length === 1 || line.product_id === productId ? line.returnable.quantity : 0;
            return (
              <Line key={line.product_id} line={line}>
                <SelectField
                  name={name}
                  label="Quantity"
                  defaultValue={values[name] ?? String(usual)}
                  options={quantities(line.returnable.quantity)}
                  error={errorOf(errors, name)}
                  className="w-full sm:w-44"
                />
              </Line>
            );
          })}
        </ul>
        <SelectField
          name="reason"
          label="Reason"
          placeholder="Choose a reason"
          defaultValue={values.reason ?? ''}
          options={returnReasons}
          error={errorOf(errors, 'reason')}
        />
        <TextArea
          name="note"
          label="Anything else we should know"
          isOptional
          maxLength={1_000}
          defaultValue={values.note ?? ''}
          error={errorOf(errors, 'note')}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton size="lg">Request return</SubmitButton>
          <LinkButton href={back} variant="secondary" size="lg">
            Back to order
          </LinkButton>
        </div>
      </Form>
      {others.length > 0 && (
        <section aria-labelledby="not-returnable" className="mt-12">
          <h2 id="not-returnable" className="font-semibold text-lg">
            Items that cannot be returned
          </h2>
          <ul className="mt-2 divide-y divide-line">
            {others.map((line) => (
              <Line key={line.product_id} line={line}>
                <p className="text-ink-muted text-sm">{line.returnable.message}</p>
              </Line>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function quantities(most: number) {
  return Array.from({ length: most + 1 }, (_, count) => ({
    value: String(count),
    label: count === 0 ? 'None' : String(count),
  }));
}

function Line({ line, children }: { line: OrderLine; children: React.ReactNode }) {
  const { until } = line.returnable;
  return (
    <li className="flex flex-wrap items-center gap-4 py-4">
      <div className="size-16 shrink-0 overflow-hidden rounded-md bg-surface">
        <Picture src={line.image_url} alt="" sizes="64px" maxWidth={240} />
      </div>
      <div className="min-w-0 grow basis-48">
        <p className="font-medium [overflow-wrap:anywhere]">{line.title}</p>
        {until !== null && <p className="text-ink-muted text-sm">Until {dayText(until)}</p>}
      </div>
      {children}
    </li>
  );
}
