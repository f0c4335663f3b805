import { Container, EmailField, ErrorSummary, TextField } from '@kindred/ui';
import { data, Form, redirect } from 'react-router';
import { checkEmail } from '../../features/login/login-checks.ts';
import { orderPageHeaders, orderPath } from '../../features/orders/order-paths.ts';
import { askApi } from '../../shared/api-answers.ts';
import { errorOf, type FormError, formErrorsOf, summaryOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { pageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/find';

export const headers: Route.HeadersFunction = () => orderPageHeaders;

function check(form: FormData): FormError[] {
  const hasNumber = formText(form, 'order_number').trim() !== '';
  return [
    ...(hasNumber ? [] : [{ name: 'order_number', message: 'Enter the order number' }]),
    ...checkEmail(form),
  ];
}

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const refuse = (errors: readonly FormError[], status: number) =>
    data({ errors, values: formValues(form) }, { status });
  const wrong = check(form);
  if (wrong.length > 0) return refuse(wrong, 400);
  const { answer, problem } = await attempt(
    api.findOrder({ order_number: formText(form, 'order_number'), email: formText(form, 'email').trim() }),
  );
  if (answer) throw redirect(orderPath(answer.order.order_id, { access: answer.access_token }), 303);
  if (problem.status === 404)
    return refuse(
      [
        {
          message:
            'We found no order with this number and email address. Both are in your confirmation email.',
        },
      ],
      404,
    );
  if (problem.status === 429)
    return refuse([{ message: 'Too many attempts. Please try again in ten minutes.' }], 429);
  return refuse(formErrorsOf(problem, { order_number: 'Order number', email: 'Email' }), problem.status);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta({
    title: 'Find your order',
    description: 'Track an order without an account: enter its number and your email address.',
    site: siteOf(matches),
    canonicalPath: '/orders/find',
  });
}

export default function FindOrder({ actionData }: Route.ComponentProps) {
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors, check);
  const values = actionData?.values ?? {};
  return (
    <Container className="py-10 md:py-14">
      <div className="mx-auto max-w-lg">
        <h1 className="font-semibold text-3xl">Find your order</h1>
        <p className="mt-3 text-ink-muted text-lg">You can find both in your confirmation email.</p>
        <Form method="post" {...formProps} className="mt-8 space-y-5">
          <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
          <TextField
            name="order_number"
            label="Order number"
            hint="It starts with K-"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            defaultValue={values.order_number ?? ''}
            error={errorOf(errors, 'order_number')}
          />
          <EmailField defaultValue={values.email ?? ''} error={errorOf(errors, 'email')} />
          <SubmitButton size="lg" className="w-full">
            Find order
          </SubmitButton>
        </Form>
      </div>
    </Container>
  );
}
