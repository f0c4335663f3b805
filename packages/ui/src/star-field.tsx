import { useState } from 'react';
import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';
import { starPath } from './rating.tsx';

interface StarFieldProps {
  name: string;
  legend: string;
  /** The meaning of each number of stars, starting at one. */
  meanings: readonly string[];
  defaultValue?: number | undefined;
  error?: string | undefined;
}

/** A choice of one to five stars: radio buttons, so that arrow keys move between them. The first has the group's name as its id. */
export function StarField({ name, legend, meanings, defaultValue, error }: StarFieldProps) {
  const [chosen, setChosen] = useState(defaultValue);
  const [pointed, setPointed] = useState<number>();
  const shown = pointed ?? chosen ?? 0;
  const errorId = `${name}-error`;
  return (
    <fieldset aria-describedby={error === undefined ? undefined : errorId}>
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className="flex flex-wrap items-center gap-x-3">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing shows what a click would choose. */}
        <div className="-ml-2 flex" onMouseLeave={() => setPointed(undefined)}>
          {meanings.map((meaning, index) => {
            const stars = index + 1;
            return (
              <label
                key={meaning}
                onMouseEnter={() => setPointed(stars)}
                className="relative grid size-11 place-items-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  id={stars === 1 ? name : `${name}-${stars}`}
                  name={name}
                  value={stars}
                  defaultChecked={stars === defaultValue}
                  onChange={() => setChosen(stars)}
                  className="peer absolute inset-0 size-full cursor-pointer opacity-0"
                />
                <span className="sr-only">
                  {stars} {stars === 1 ? 'star' : 'stars'}, {meaning}
                </span>
                <svg
                  viewBox="0 0 20 20"
                  aria-hidden="true"
                  className={classNames(
                    'pointer-events-none size-7 stroke-ink transition-colors peer-checked:fill-ink',
                    stars <= shown ? 'fill-ink' : 'fill-transparent',
                  )}
                >
                  <path d={starPath} strokeWidth="1.1" strokeLinejoin="round" />
                </svg>
              </label>
            );
          })}
        </div>
        <span aria-hidden="true" className="text-ink-muted text-sm">
          {shown > 0 ? meanings[shown - 1] : ''}
        </span>
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}
