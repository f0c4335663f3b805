import { LinkButton } from '@kindred/ui';
import { LoginFormPage } from './login-form-page.tsx';

/** In place of a form whose link is used up, too old, or cut off. */
export function BadLink({ again }: { again: { href: string; label: string } }) {
  return (
    <LoginFormPage
      title="This link does not work any more"
      intro="Links work once, and not for ever. If yours was cut off by your mail program, copy it whole."
    >
      <div className="flex flex-wrap gap-3">
        <LinkButton href={again.href}>{again.label}</LinkButton>
        <LinkButton href="/" variant="secondary">
          Back to the shop
        </LinkButton>
      </div>
    </LoginFormPage>
  );
}
