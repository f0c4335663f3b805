import { LogOutIcon } from '@kindred/ui';
import { Form } from 'react-router';

export function LogOutButton({ className }: { className: string }) {
  return (
    // Loads a new document, so that no data of the account stays in the old one.
    <Form method="post" action="/logout" reloadDocument className={className}>
      <button
        type="submit"
        className="flex h-11 w-full items-center gap-3 rounded-md px-3 text-ink-muted text-sm transition-colors hover:bg-surface hover:text-ink"
      >
        <LogOutIcon size={18} aria-hidden="true" />
        Log out
      </button>
    </Form>
  );
}
