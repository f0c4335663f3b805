import type { LoginAnswer } from '@kindred/contracts';
import type { ToastMessage } from '@kindred/ui';

/** The message after a log-in, with the result of merging the carts. */
export function welcomeMessage({ user, cart_merge }: Pick<LoginAnswer, 'user' | 'cart_merge'>): ToastMessage {
  const welcome = user.first_name ? `Welcome back, ${user.first_name}.` : 'You are logged in.';
  const lines = cart_merge?.lines ?? [];
  const fromBefore = lines.reduce((sum, { from_user }) => sum + from_user, 0);
  const isClamped = lines.some(({ clamped }) => clamped);
  if (fromBefore === 0 && !isClamped) return { text: welcome };
  const added =
    fromBefore === 0
      ? undefined
      : fromBefore === 1
        ? '1 item from your last visit was added to your cart.'
        : `${fromBefore} items from your last visit were added to your cart.`;
  const lowered = isClamped ? 'Some quantities were reduced because stock is limited.' : undefined;
  return {
    text: [welcome, added, lowered].filter((one) => one !== undefined).join(' '),
    link: { href: '/cart', label: 'View cart' },
  };
}
