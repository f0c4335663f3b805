import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type BadgeTone = 'neutral' | 'accent' | 'warning';

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-surface-strong text-ink',
  accent: 'bg-accent-soft text-accent',
  warning: 'bg-surface-strong text-warning',
};

export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-1 font-medium text-xs forced-colors:border',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
