import { classNames } from './class-names.ts';
import { CloseIcon } from './icons.tsx';

/** Closes the popover with this id. The browser does it, without a script. */
export function SheetCloseButton({ id, className }: { id: string; className?: string }) {
  return (
    <button
      type="button"
      popoverTarget={id}
      popoverTargetAction="hide"
      aria-label="Close"
      className={classNames(
        'inline-grid size-11 shrink-0 place-items-center rounded-full hover:bg-surface-strong',
        className,
      )}
    >
      <CloseIcon size={20} aria-hidden="true" />
    </button>
  );
}
