import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CloseIcon } from './icons.ts';

interface SheetProps {
  id: string;
  title: string;
  children: ReactNode;
  /** Stays in sight below the content. */
  footer?: ReactNode;
  className?: string;
}

/**
 * A panel over the page, opened by any `<button popoverTarget={id}>`: a native popover, so it needs no
 * JavaScript, closes by Escape or a click beside it, and gives the focus back.
 */
export function Sheet({ id, title, children, footer, className }: SheetProps) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={title}
      className={classNames(
        'fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full max-w-md bg-paper text-ink shadow-overlay',
        className,
      )}
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between border-line border-b py-2 pr-3 pl-5">
          <p className="font-semibold">{title}</p>
          <SheetCloseButton id={id} />
        </div>
        <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
        {footer && <div className="border-line border-t px-5 py-3">{footer}</div>}
      </div>
    </div>
  );
}

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
