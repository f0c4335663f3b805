import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface SwitchProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'role' | 'aria-checked' | 'className'> {
  isOn: boolean;
  /** The label. */
  children: ReactNode;
}

/** Turns a setting on and off immediately. As the button of a form it works without JavaScript. */
export function Switch({ isOn, children, ...button }: SwitchProps) {
  return (
    <button
      type="submit"
      {...button}
      role="switch"
      aria-checked={isOn}
      className="inline-flex min-h-11 items-center gap-3 text-left text-sm aria-disabled:opacity-50"
    >
      <span
        aria-hidden="true"
        className={classNames(
          'flex h-6 w-10 shrink-0 items-center rounded-full border px-0.5 transition-colors',
          isOn ? 'border-accent bg-accent' : 'border-line-strong bg-paper',
        )}
      >
        <span
          className={classNames(
            'size-4.5 rounded-full transition-[translate]',
            isOn ? 'translate-x-3.5 bg-on-accent' : 'bg-line-strong',
          )}
        />
      </span>
      {children}
    </button>
  );
}
