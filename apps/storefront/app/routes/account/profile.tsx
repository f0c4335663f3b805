import { dayText, momentText } from '@kindred/shop-types';
import { Alert, Badge, ErrorSummary } from '@kindred/ui';
import { data } from 'react-router';
import { profileForms } from '../../features/account/change-profile.ts';
import { DetailsForm } from '../../features/account/details-form.tsx';
import { takeDraft } from '../../features/account/draft.ts';
import { DraftNotice } from '../../features/account/draft-notice.tsx';
import { EmailForm } from '../../features/account/email-form.tsx';
import { PasswordForm } from '../../features/account/password-form.tsx';
import { accountContext } from '../../features/account/require-login.ts';
import { Section } from '../../features/account/section.tsx';
import { SessionList } from '../../features/account/session-list.tsx';
import { useAccount } from '../../features/account/use-account.ts';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { summaryOf } from '../../shared/form-errors.ts';
import { formText, formValues } from '../../shared/form-values.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/profile';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Profile', siteOf(matches));
}

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const account = context.get(accountContext);
  const sessions = await optional(api.sessions());
  const draft = takeDraft(context, { request, url, account });
  return data(
    {
      memberSince: dayText(account.date_joined),
      sessions:
        sessions?.items.map((one) => ({
          sessionId: one.session_id,
          device: one.device ?? 'Unknown device',
          network: one.network,
          lastUsed: momentText(one.last_used_at),
          since: dayText(one.created_at),
          isCurrent: one.is_current,
        })) ?? null,
      draft: draft.values,
    },
    { headers: draft.headers },
  );
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = formText(form, 'intent');
  const ask = profileForms[intent];
  if (!ask) throw data(null, { status: 400 });
  const outcome = await ask(askApi(context), form);
  if (outcome.errors)
    return data(
      {
        intent,
        errors: outcome.errors,
        values: formValues(form, { except: ['password', 'current_password', 'new_password'] }),
      },
      { status: outcome.status },
    );
  return redirectWith(context, '/account/profile', { text: outcome.done });
}

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const account = useAccount();
  const { memberSince, sessions, draft } = loaderData;
  const typed = actionData ? { intent: actionData.intent, ...actionData.values } : draft;
  const valuesOf = (intent: string) => (typed?.intent === intent ? typed : undefined);
  const errorsOf = (intent: string) => (actionData?.intent === intent ? actionData.errors : undefined);
  const stored = {
    first_name: account.first_name ?? '',
    last_name: account.last_name ?? '',
    age: account.age === null ? '' : String(account.age),
    gender: account.gender ?? '',
    address: account.address ?? '',
  };
  const sessionErrors = errorsOf('session') ?? errorsOf('sessions') ?? [];
  return (
    <>
      <h1 className="font-semibold text-3xl">Profile</h1>
      <p className="mt-2 mb-8 text-ink-muted">Member since {memberSince}.</p>
      <DraftNotice isShown={draft !== undefined && !actionData} />
      <Section
        title="About you"
        intro="All of this is optional. Your reviews show your first name and the first letter of your last name."
      >
        <DetailsForm values={valuesOf('details') ?? stored} errors={errorsOf('details')} />
      </Section>
      <Section title="Email">
        <p className="flex flex-wrap items-center gap-3">
          <span className="break-all">{account.email}</span>
          <Badge tone={account.email_verified ? 'accent' : 'warning'}>
            {account.email_verified ? 'Confirmed' : 'Not confirmed yet'}
          </Badge>
        </p>
        <EmailForm values={valuesOf('email') ?? {}} errors={errorsOf('email')} />
      </Section>
      <Section title="Password" intro="Changing your password logs out all other devices.">
        <PasswordForm errors={errorsOf('password')} />
      </Section>
      <Section
        title="Devices"
        intro="Where you are logged in. If you do not recognise a device, log it out and change your password."
      >
        <ErrorSummary errors={summaryOf(sessionErrors)} />
        {sessions ? (
          <SessionList sessions={sessions} />
        ) : (
          <Alert tone="warning">We cannot show your devices right now. Please try again in a moment.</Alert>
        )}
      </Section>
    </>
  );
}
