import { Alert } from '@kindred/ui';

/** Above a form that came back after a log-in. */
export function DraftNotice({ isShown }: { isShown: boolean }) {
  if (!isShown) return null;
  return (
    <Alert tone="warning" role="status" title="Not saved yet" className="mb-6">
      You were logged out while you were typing. Here is what you typed: save it now.
    </Alert>
  );
}
