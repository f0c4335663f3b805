import { DownloadIcon, ErrorSummary, Link, LinkButton, PasswordField } from '@kindred/ui';
import { data } from 'react-router';
import { AccountForm } from '../../features/account/account-form.tsx';
import { Section } from '../../features/account/section.tsx';
import { checkPassword, loginErrorsOf } from '../../features/login/login-checks.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { errorOf, summaryOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import type { Route } from './+types/privacy';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Privacy', siteOf(matches));
}

export const loader = () => null;

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const wrong = checkPassword(form);
  if (wrong.length > 0) return data({ errors: wrong }, { status: 400 });
  const { problem } = await attempt(api.deleteAccount({ password: formText(form, 'password') }));
  if (problem?.code === 'wrong-password')
    return data(
      { errors: [{ name: 'password', message: 'Your password is incorrect' }] },
      { status: problem.status },
    );
  if (problem) return data({ errors: loginErrorsOf(problem) }, { status: problem.status });
  return redirectWith(context, '/', { text: 'Your account is deleted.' });
}

export default function PrivacyOfAccount({ actionData }: Route.ComponentProps) {
  const { errors, formProps, summaryRef } = useFormErrors(actionData?.errors, checkPassword);
  return (
    <>
      <h1 className="mb-8 font-semibold text-3xl">Privacy</h1>
      <Section
        title="Download your data"
        intro="All data that we keep about you, in one file: profile, addresses, orders, reviews, wishlist, cart, emails, log-ins and viewed products."
      >
        {/* A plain link, because the browser downloads a file. */}
        <a
          href="/api/v1/me/export"
          download="account.json"
          className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong px-5 font-medium text-sm transition-colors hover:border-ink hover:bg-surface"
        >
          <DownloadIcon size={18} aria-hidden="true" />
          Download your data
        </a>
      </Section>
      <Section title="How we recommend products">
        <div className="max-w-prose space-y-3 text-sm">
          <p>
            We base recommendations on what you viewed, searched for, bought and reviewed while you were
            logged in. We also record which recommendations we showed you, to learn whether they help. The
            file above has all of this.
          </p>
          <p>
            This data stays in our shop. We do not share it, and we use no advertising network. If you delete
            your account, we remove its link to you.
          </p>
          <p>
            Learn more in our{' '}
            <Link href="/privacy" className="underline underline-offset-4">
              privacy policy
            </Link>
            .
          </p>
        </div>
      </Section>
      <Section title="Delete your account">
        <div className="max-w-prose space-y-3 text-sm">
          <p>We delete your account immediately. You cannot undo this.</p>
          <p>
            <strong className="font-medium">What we delete:</strong> your name, email address, age, gender,
            addresses, wishlist, cart, log-ins and the emails we sent you; the text of your reviews; and your
            email and address on your orders.
          </p>
          <p>
            <strong className="font-medium">What we keep without your name:</strong> which items were sold at
            which price, because the law requires it; the stars of your reviews; and viewed products, as an
            unknown visitor’s.
          </p>
          <p>If you have an open order, it has to be completed or cancelled first.</p>
        </div>
        <AccountForm {...formProps} reloadDocument className="mt-5 max-w-md space-y-5">
          <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
          <PasswordField
            name="password"
            label="Your password"
            autoComplete="current-password"
            required
            maxLength={1_000}
            error={errorOf(errors, 'password')}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger">Delete my account</SubmitButton>
            <LinkButton href="/account" variant="secondary">
              Keep my account
            </LinkButton>
          </div>
        </AccountForm>
      </Section>
    </>
  );
}
