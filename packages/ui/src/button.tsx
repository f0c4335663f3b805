import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Link, type LinkProps } from './link.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';
export type ButtonSize = 'md' | 'lg';

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
}

const base =
  'inline-flex items-center justify-center gap-2 rounded-full font-medium whitespace-nowrap transition-colors forced-colors:border disabled:opacity-50 aria-disabled:opacity-50';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-ink text-paper hover:bg-accent hover:text-on-accent',
  secondary: 'border border-line-strong text-ink hover:border-ink hover:bg-surface',
  danger: 'border border-danger text-danger hover:bg-danger hover:text-paper',
  quiet: 'text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink',
};

const sizes: Record<ButtonSize, string> = {
  md: 'min-h-11 px-5 text-sm',
  lg: 'min-h-12 px-5 text-sm md:min-h-13 md:px-7 md:text-base',
};

function look({ variant = 'primary', size = 'md' }: ButtonLook, className: string | undefined): string {
  return classNames(
    base,
    variants[variant],
    variant === 'quiet' ? 'min-h-11 text-sm' : sizes[size],
    className,
  );
}

export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...props
}: ButtonLook & ComponentProps<'button'>) {
  return <button type={type} className={look({ variant, size }, className)} {...props} />;
}

export function LinkButton({ variant, size, className, ...props }: ButtonLook & LinkProps) {
  return <Link className={look({ variant, size }, className)} {...props} />;
}

/** A round button that shows only an icon; `label` is its name. */
export function IconButton({
  label,
  className,
  type = 'button',
  ...props
}: { label: string } & ComponentProps<'button'>) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-grid size-11 shrink-0 place-items-center rounded-full text-ink transition-colors hover:bg-surface-strong aria-disabled:cursor-default aria-disabled:opacity-35 aria-disabled:hover:bg-transparent',
        className,
      )}
      {...props}
    />
  );
}
