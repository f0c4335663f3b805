import { LinkButton } from '@kindred/ui';
import { LoginFormPage } from './login-form-page.tsx';

/** Replaces a form whose link was used already, has expired or was cut off. */
export function BadLink({ again }: { again: { href: string; label: string } }) {
  return (
    <LoginFormPage
      title="This link no longer works"
      intro="Each link works once and expires after a while. If your mail program cut it off, copy the whole link."
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
