import type { AttemptKind, AttemptLimits } from './attempt-limits.ts';
import type { KnownDevice } from './known-device.ts';
import { networkOf } from './network-of.ts';

/**
 * Counts a log-in before the password is looked at. A device that the account knows has a counter of its own, which nobody else
 * can use up; all others share what the account allows to strangers.
 * @returns what to call once the password was right
 * @throws ProblemError `too-many-attempts`
 */
export async function countLogin(
  limits: AttemptLimits,
  {
    device,
    address,
    triedOn,
  }: {
    device: KnownDevice | undefined;
    address: string;
    /** The account, or the email address that has none: the same for all spellings. */
    triedOn: string;
  },
): Promise<() => Promise<void>> {
  if (device) {
    await limits.count('login-device', device.id);
    return () => limits.forget('login-device', device.id);
  }
  const network = networkOf(address);
  const counters: readonly [AttemptKind, string][] = [
    ['login-address', network],
    ['login-pair', `${network} ${triedOn}`],
    ['login-account', triedOn],
  ];
  // In turn: who is refused by one uses up nothing of the next.
  for (const [kind, of] of counters) await limits.count(kind, of);
  return async () => {
    for (const [kind, of] of counters) await limits.giveBack(kind, of);
  };
}
