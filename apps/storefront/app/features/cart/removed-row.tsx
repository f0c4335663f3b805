// biome-ignore-all lint/a11y/noRedundantRoles: without them, some browsers do not treat a restyled table as a table.
import { type Ref, useEffect, useId, useRef, useState } from 'react';

const offeredMs = 10_000;

interface RemovedRowProps {
  title: string;
  /** Why the line could not be restored. */
  problem: string | undefined;
  onUndo: () => void;
  /** Called when the time is up. */
  onGone: () => void;
  ref: Ref<HTMLTableRowElement>;
}

/**
 * “Removed. Undo” for ten seconds. The time stops while the pointer is on the row or the shopper moves the focus back to it. The focus
 * starts on “Undo”, because the pressed button is gone.
 */
export function RemovedRow({ title, problem, onUndo, onGone, ref }: RemovedRowProps) {
  const titleId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const isOwnFocus = useRef(false);
  const [isHeld, setIsHeld] = useState(false);
  const gone = useRef(onGone);
  gone.current = onGone;

  useEffect(() => {
    isOwnFocus.current = true;
    button.current?.focus();
    isOwnFocus.current = false;
  }, []);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => gone.current(), offeredMs);
    return () => clearTimeout(timer);
  }, [isHeld]);

  return (
    <tr
      ref={ref}
      role="row"
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      className="block border-line border-b md:table-row"
    >
      <td role="cell" colSpan={4} className="block py-4 md:table-cell">
        <div className="flex flex-wrap items-center gap-x-4">
          <p className="text-sm" role="status">
            {problem ?? 'Removed.'}
          </p>
          <button
            ref={button}
            type="button"
            aria-describedby={titleId}
            onClick={onUndo}
            onFocus={() => setIsHeld(!isOwnFocus.current)}
            onBlur={() => setIsHeld(false)}
            className="inline-flex min-h-11 items-center font-medium text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            Undo
          </button>
          <p id={titleId} className="min-w-0 truncate text-ink-muted text-sm">
            {title}
          </p>
        </div>
      </td>
    </tr>
  );
}
