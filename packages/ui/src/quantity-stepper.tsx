import type { ChangeEventHandler } from 'react';
import { classNames } from './class-names.ts';
import { MinusIcon, PlusIcon } from './icons.ts';

interface QuantityStepperProps {
  name: string;
  /** Names the number for a screen reader: “Quantity of Hearthline Mug”. */
  label: string;
  /** What the number is now; the owner keeps it. */
  value: number | string;
  min?: number;
  max: number;
  id?: string | undefined;
  /** Its buttons do nothing without a script: the form is no place for a single step. */
  needsScript?: boolean;
  /** A step by a button. Without JavaScript its button posts `name` with the number that follows. */
  onStep: (quantity: number) => void;
  /** Typing in the field. */
  onInput: ChangeEventHandler<HTMLInputElement>;
  /** The field is left, or Enter pressed. */
  onCommit: () => void;
}

const buttonLook =
  'size-11 shrink-0 place-items-center text-ink transition-colors hover:bg-surface-strong aria-disabled:cursor-default aria-disabled:opacity-35 aria-disabled:hover:bg-transparent';

/** How many: two buttons and a number that can be typed. The buttons are of the form around it. */
export function QuantityStepper({
  name,
  label,
  value,
  min = 1,
  max,
  id = name,
  needsScript = false,
  onStep,
  onInput,
  onCommit,
}: QuantityStepperProps) {
  const number = Math.trunc(Number(value)) || min;
  // Not disabled: a button that was pressed keeps the focus.
  const step = (quantity: number) => ({
    'aria-disabled': quantity === number || undefined,
    ...(needsScript
      ? { type: 'button' as const }
      : { type: 'submit' as const, name: 'step_to', value: quantity, formNoValidate: true }),
    'aria-describedby': `${id}-label`,
    className: classNames(buttonLook, needsScript ? 'hidden scripted:grid' : 'grid'),
    onClick(event: { preventDefault(): void }) {
      event.preventDefault();
      if (quantity !== number) onStep(quantity);
    },
  });
  return (
    <div className="inline-flex h-11 items-stretch overflow-hidden rounded-full border border-line-strong focus-within:border-ink">
      <span id={`${id}-label`} className="sr-only">
        {label}
      </span>
      <button {...step(Math.max(min, number - 1))} aria-label="Decrease quantity">
        <MinusIcon size={16} aria-hidden="true" />
      </button>
      <input
        id={id}
        name={name}
        value={value}
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        aria-labelledby={`${id}-label`}
        onChange={onInput}
        onBlur={onCommit}
        onFocus={(event) => event.target.select()}
        className="w-10 bg-transparent text-center text-base tabular-nums"
      />
      <button {...step(Math.min(max, number + 1))} aria-label="Increase quantity">
        <PlusIcon size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
