import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldError } from './field.tsx';

interface CheckboxFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'id' | 'name' | 'className'> {
  name: string;
  label: ReactNode;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
}

export function CheckboxField({ name, label, id = name, hint, error, ...input }: CheckboxFieldProps) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter((one) => one !== false)
    .join(' ');
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3 py-2.5 text-sm">
        <input
          type="checkbox"
          {...input}
          id={id}
          name={name}
          aria-invalid={error !== undefined ? true : undefined}
          aria-describedby={described === '' ? undefined : described}
          className="size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="-mt-1 pl-8 text-ink-muted text-sm">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
