import type { ChangeEventHandler, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';

export interface Choice {
  value: string;
  label: ReactNode;
  /** Below the label. */
  description?: ReactNode;
  /** At the end of the row: a price. */
  aside?: ReactNode;
  isDisabled?: boolean | undefined;
}

interface ChoiceGroupProps {
  name: string;
  legend: string;
  /** Only screen readers get it, because a heading says the same. */
  isLegendHidden?: boolean | undefined;
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  error?: string | undefined;
  onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
}

/** A choice of one from a few rows, each with an explanation. The first has the group's name as its id. */
export function ChoiceGroup({
  name,
  legend,
  isLegendHidden = false,
  choices,
  defaultValue,
  error,
  onChange,
}: ChoiceGroupProps) {
  const errorId = `${name}-error`;
  return (
    <fieldset aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={isLegendHidden ? 'sr-only' : 'mb-2 font-medium text-sm'}>{legend}</legend>
      <div
        className={classNames(
          'divide-y rounded-md border',
          error === undefined ? 'divide-line border-line-strong' : 'divide-line border-danger',
        )}
      >
        {choices.map(({ value, label, description, aside, isDisabled }, index) => (
          <label
            key={value}
            className="relative flex min-h-13 items-start gap-3 px-4 py-3.5 first:rounded-t-md last:rounded-b-md has-checked:bg-surface has-disabled:opacity-60"
          >
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${value}`}
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              disabled={isDisabled}
              onChange={onChange}
              className="mt-0.5 size-5 shrink-0"
            />
            <span className="grow">
              <span className="block font-medium text-sm">{label}</span>
              {description !== undefined && (
                <span className="mt-0.5 block text-ink-muted text-sm">{description}</span>
              )}
            </span>
            {aside !== undefined && <span className="shrink-0 text-sm tabular-nums">{aside}</span>}
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}
