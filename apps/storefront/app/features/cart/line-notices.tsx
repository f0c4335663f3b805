import type { CartItem, CartNotice } from '@kindred/contracts';
import { AlertIcon } from '@kindred/ui';
import type { CartAnswer } from './change-cart.ts';

const fewLeft = 5;

/** The messages about a line: what has changed, why a change failed, and when only a few are left. */
export function LineNotices({ item, answer }: { item: CartItem; answer: CartAnswer | undefined }) {
  const isClamp = ({ kind }: CartNotice) => kind === 'quantity-clamped';
  const notices = [...(answer?.notices ?? []).filter(isClamp), ...item.notices];
  const messages = new Set([
    ...(answer?.refusal ? [answer.refusal.message] : []),
    ...notices.map(({ message }) => message),
  ]);
  if (item.available > 0 && item.available <= fewLeft && !notices.some(isClamp))
    messages.add(`Only ${item.available} left`);
  return (
    <div role="status">
      {[...messages].map((message) => (
        <p key={message} className="mt-1.5 flex gap-1.5 text-sm text-warning">
          <AlertIcon size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
          {message}
        </p>
      ))}
    </div>
  );
}
