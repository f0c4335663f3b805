import { Badge } from '@kindred/ui';
import { SubmitButton } from '../../shared/submit-button.tsx';
import { AccountForm } from './account-form.tsx';

export interface ShownSession {
  readonly sessionId: string;
  readonly device: string;
  readonly network: string | null;
  readonly lastUsed: string;
  readonly since: string;
  readonly isCurrent: boolean;
}

/** The devices on which the shopper is logged in, with buttons to log them out. */
export function SessionList({ sessions }: { sessions: readonly ShownSession[] }) {
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {sessions.map(({ sessionId, device, network, lastUsed, since, isCurrent }) => (
          <li key={sessionId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {device}
                {isCurrent && <Badge tone="accent">This device</Badge>}
              </p>
              <p className="mt-1 text-ink-muted text-sm">
                Last used {lastUsed}
                {network !== null && `, network ${network}`}
              </p>
              <p className="text-ink-muted text-sm">Logged in since {since}</p>
            </div>
            {!isCurrent && (
              <AccountForm>
                <input type="hidden" name="intent" value="session" />
                <input type="hidden" name="session_id" value={sessionId} />
                <SubmitButton variant="secondary" aria-label={`Log out ${device}, last used ${lastUsed}`}>
                  Log out
                </SubmitButton>
              </AccountForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <AccountForm className="mt-5">
          <input type="hidden" name="intent" value="sessions" />
          <SubmitButton variant="secondary">Log out all other devices</SubmitButton>
        </AccountForm>
      )}
    </>
  );
}
