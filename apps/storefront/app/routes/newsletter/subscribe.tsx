import { Button, Container, EmailField, ErrorSummary } from '@kindred/ui';
import { data, Form } from 'react-router';
import { askedText } from '../../features/newsletter/newsletter-form.tsx';
import { askApi } from '../../shared/api-answers.ts';
import {
  errorOf,
  type FormError,
  formErrorsOf,
  summaryOf,
  unreachableText,
} from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import { pageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/subscribe';

interface Answer {
  isAsked: boolean;
  email: string;
  errors?: FormError[];
}

/** Answers the form of this page and the one in every page's footer. */
export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const email = formText(await request.formData(), 'email').trim();
  const { problem } = await attempt(api.subscribeToNewsletter(email));
  if (!problem) return data<Answer>({ isAsked: true, email });
  const errors =
    problem.status === 429
      ? [{ name: 'email', message: 'Too many attempts. Please try again in a minute.' }]
      : formErrorsOf(problem, { email: 'Email' });
  return data<Answer>({ isAsked: false, email, errors }, { status: problem.status });
}

/** If the shop cannot be reached, the page stays and shows the reason below the field. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const email = formText(await request.clone().formData(), 'email');
  return answerOr(serverAction(), {
    isAsked: false,
    email,
    errors: [{ message: unreachableText }],
  } as Answer);
}

export function meta({ matches }: Route.MetaArgs) {
  return pageMeta({
    title: 'Newsletter',
    description: 'Occasional news about our products. You confirm by email, and can unsubscribe at any time.',
    site: siteOf(matches),
    canonicalPath: '/newsletter',
  });
}

export default function Newsletter({ actionData }: Route.ComponentProps) {
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors);
  return (
    <Container className="pt-10 md:pt-14">
      <div className="mx-auto max-w-prose">
        <h1 className="font-semibold text-3xl">Newsletter</h1>
        {actionData?.isAsked ? (
          <p className="mt-4 text-lg">{askedText}</p>
        ) : (
          <>
            <p className="mt-4 text-ink-muted text-lg">
              Occasional news about our products, by email. We will send you a link to confirm your address.
              Every newsletter has a link to unsubscribe.
            </p>
            <Form method="post" {...formProps} className="mt-6 flex flex-col items-start gap-5">
              <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
              <EmailField
                defaultValue={actionData?.email}
                error={errorOf(errors, 'email')}
                className="w-full max-w-md"
              />
              <Button type="submit" size="lg">
                Subscribe
              </Button>
            </Form>
          </>
        )}
      </div>
    </Container>
  );
}
