import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { AlertIcon } from './icons.tsx';

/** Properties of every form field. */
export interface FieldProps {
  /** The key of the posted value. */
  name: string;
  label: string;
  /** The id of the control. Default: the name; set it when a page has two forms with the same name. */
  id?: string | undefined;
  /** A sentence below the label. */
  hint?: ReactNode;
  /** The error of the typed value. */
  error?: string | undefined;
  /** Shows “optional” beside the label. Forms mark optional fields, not required ones. */
  isOptional?: boolean | undefined;
  className?: string | undefined;
}

export const controlLook =
  'block w-full rounded-md border border-line-strong bg-paper px-3.5 text-base text-ink transition-colors placeholder:text-ink-muted/70 hover:border-ink focus-visible:border-accent aria-[invalid=true]:border-danger disabled:opacity-60 [&[readonly]]:bg-surface';

/** The attributes that tie a control to its label, hint and error. */
export function controlAttributes({ id, name, hint, error }: Omit<FieldProps, 'label'>) {
  const control = id ?? name;
  const described = [
    hint !== undefined && `${control}-hint`,
    error !== undefined && `${control}-error`,
  ].filter((one) => one !== false);
  return {
    id: control,
    name,
    'aria-invalid': error !== undefined ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  };
}

/** The label, hint and error around a control. */
export function FieldFrame({
  id,
  name,
  label,
  hint,
  error,
  isOptional = false,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  const control = id ?? name;
  return (
    <div className={classNames('flex flex-col', className)}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <label htmlFor={control} className="font-medium text-sm">
          {label}
        </label>
        {isOptional && <span className="text-ink-muted text-xs">optional</span>}
      </div>
      {hint !== undefined && (
        <div id={`${control}-hint`} className="mb-1.5 text-ink-muted text-sm">
          {hint}
        </div>
      )}
      {children}
      <FieldError id={`${control}-error`} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={id} className="mt-1.5 flex gap-1.5 text-danger text-sm">
      <AlertIcon size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
      {error}
    </p>
  );
}
