import type { ChangeEventHandler } from 'react';
import { classNames } from './class-names.ts';
import { MinusIcon, PlusIcon } from './icons.tsx';

interface QuantityStepperProps {
  name: string;
  /** Names the number for a screen reader: “Quantity of Hearthline Mug”. */
  label: string;
  /** The current number; the parent component stores it. */
  value: number | string;
  min?: number;
  max: number;
  id?: string | undefined;
  /** The buttons need a script, because this form does not accept single steps. */
  needsScript?: boolean;
  /** Called for a step by a button. Without JavaScript the button posts `name` with the next number. */
  onStep: (quantity: number) => void;
  /** Called while the user types. */
  onInput: ChangeEventHandler<HTMLInputElement>;
  /** Called when the field loses the focus, or on Enter. */
  onCommit: () => void;
}

const buttonLook =
  'size-11 shrink-0 place-items-center text-ink transition-colors hover:bg-surface-strong aria-disabled:cursor-default aria-disabled:opacity-35 aria-disabled:hover:bg-transparent';

/** A quantity: two buttons and a number field. The buttons belong to the surrounding form. */
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
  // Not disabled, so that a pressed button keeps the focus.
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
