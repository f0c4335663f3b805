import type { SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { controlAttributes, controlLook, FieldFrame, type FieldProps } from './field.tsx';
import { ChevronDownIcon } from './icons.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectFieldProps
  extends FieldProps,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps> {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
}

/** A choice of one from a list. */
export function SelectField({
  name,
  label,
  id,
  hint,
  error,
  isOptional,
  className,
  options,
  placeholder,
  ...select
}: SelectFieldProps) {
  const field = { name, label, id, hint, error, isOptional, className };
  return (
    <FieldFrame {...field}>
      <div className="relative">
        <select
          {...select}
          {...controlAttributes(field)}
          className={classNames(controlLook, 'h-12 appearance-none pr-10')}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDownIcon
          size={18}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2 text-ink-muted"
        />
      </div>
    </FieldFrame>
  );
}
