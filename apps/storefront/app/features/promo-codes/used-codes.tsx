import type { PriceBreakdown } from '@kindred/contracts';
import { CloseIcon } from '@kindred/ui';
import type { ComponentProps, ReactNode } from 'react';
import { moneyText } from '../../shared/money-text.ts';

interface UsedCodesProps {
  breakdown: PriceBreakdown;
  /** A `RemoveCodeButton`, in the form that removes the code. */
  removal: (code: string) => ReactNode;
}

/** The promo codes in use, each with its discount or the reason why it does not count. */
export function UsedCodes({ breakdown: { applied, refused }, removal }: UsedCodesProps) {
  if (applied.length + refused.length === 0) return null;
  return (
    <ul aria-label="Promo codes in use" className="py-1">
      {applied.map(({ code, amount }) => (
        <UsedCode key={code} code={code} removal={removal}>
          <span className="text-ink-muted tabular-nums">−{moneyText(amount)}</span>
        </UsedCode>
      ))}
      {refused.map(({ code, message }) => (
        <UsedCode key={code} code={code} removal={removal}>
          <span className="block text-warning">{message}</span>
        </UsedCode>
      ))}
    </ul>
  );
}

function UsedCode({
  code,
  removal,
  children,
}: Pick<UsedCodesProps, 'removal'> & { code: string; children: ReactNode }) {
  return (
    <li className="flex items-center justify-between gap-3 text-sm">
      <p className="min-w-0">
        <span className="font-medium [overflow-wrap:anywhere]">{code}</span> {children}
      </p>
      {removal(code)}
    </li>
  );
}

export function RemoveCodeButton({ code, ...props }: { code: string } & ComponentProps<'button'>) {
  return (
    <button
      {...props}
      type="submit"
      aria-label={`Remove promo code ${code}`}
      className="-mr-2.5 inline-grid size-11 shrink-0 place-items-center rounded-full hover:bg-surface-strong"
    >
      <CloseIcon size={16} aria-hidden="true" />
    </button>
  );
}
