import { LogOutIcon } from '@kindred/ui';
import { Form } from 'react-router';
import { emptyList } from '../compare/compare-list.ts';
import { keepCompared } from '../compare/compare-store.ts';

export function LogOutButton({ className }: { className: string }) {
  return (
    // Loads a new document, so that no data of the account stays in the old one. The next person does not see what was compared either.
    <Form
      method="post"
      action="/logout"
      reloadDocument
      onSubmit={() => keepCompared(emptyList)}
      className={className}
    >
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
