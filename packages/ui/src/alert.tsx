import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { AlertIcon, InfoIcon, SuccessIcon } from './icons.tsx';

export type AlertTone = 'info' | 'success' | 'warning' | 'danger';

const looks = {
  info: { Icon: InfoIcon, border: 'border-line-strong', icon: 'text-ink-muted' },
  success: { Icon: SuccessIcon, border: 'border-accent', icon: 'text-accent' },
  warning: { Icon: AlertIcon, border: 'border-warning', icon: 'text-warning' },
  danger: { Icon: AlertIcon, border: 'border-danger', icon: 'text-danger' },
} satisfies Record<AlertTone, unknown>;

interface AlertProps {
  tone?: AlertTone | undefined;
  title?: ReactNode;
  children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; without it the text is a part of the page. */
  role?: 'alert' | 'status' | undefined;
  /** To move the focus there. */
  ref?: Ref<HTMLDivElement> | undefined;
  className?: string | undefined;
}

/** A message about the page or about the last action. */
export function Alert({ tone = 'info', title, children, role, ref, className }: AlertProps) {
  const { Icon, border, icon } = looks[tone];
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={ref === undefined ? undefined : -1}
      className={classNames('flex gap-3 rounded-md border bg-surface px-4 py-3.5 text-sm', border, className)}
    >
      <Icon size={20} aria-hidden="true" className={classNames('shrink-0', icon)} />
      <div className="min-w-0 grow">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
