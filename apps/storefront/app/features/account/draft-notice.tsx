import { Alert } from '@kindred/ui';

/** Stands above a form whose input came back after a log-in. */
export function DraftNotice({ isShown }: { isShown: boolean }) {
  if (!isShown) return null;
  return (
    <Alert tone="warning" role="status" title="Not saved yet" className="mb-6">
      You were logged out before you saved. Your changes are still here: save them now.
    </Alert>
  );
}
