import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { CloseIcon } from './icons.tsx';

interface DialogProps {
  isOpen: boolean;
  /** Called when the user closes it with Escape, the button, or a click outside. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** `drawer` slides in from the inline end and is as high as the window. `sheet` is at the bottom of a phone. */
  kind?: 'dialog' | 'drawer' | 'sheet';
}

const looks = {
  dialog: 'm-auto w-[min(32rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] rounded-lg',
  sheet:
    'mx-0 mt-auto mb-0 w-full max-w-none max-h-[85dvh] rounded-t-lg sm:m-auto sm:w-96 sm:rounded-lg starting:open:translate-y-8 starting:open:opacity-0 transition-[translate,opacity] duration-200 ease-out',
  drawer:
    'ml-auto mr-0 my-0 h-dvh max-h-none w-[min(28rem,100vw)] starting:open:translate-x-8 starting:open:opacity-0 transition-[translate,opacity] duration-200 ease-out',
};

/** A modal window. The browser keeps the focus in it, and afterwards returns it to the element that opened it. */
export function Dialog({ isOpen, onClose, title, children, kind = 'dialog' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!isOpen) return;
    const opener = document.activeElement;
    ref.current?.showModal();
    // By then the dialog is gone, and the focus with it.
    return () => {
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
    };
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={classNames('overflow-hidden bg-paper text-ink shadow-overlay', looks[kind])}
    >
      <div className="flex h-full max-h-[inherit] flex-col">
        <div className="flex items-center justify-between gap-4 border-line border-b py-2 pr-3 pl-5">
          <h2
            id={titleId}
            className={classNames(
              'line-clamp-2 font-semibold [overflow-wrap:anywhere]',
              kind === 'sheet' ? 'py-2 text-sm' : 'text-lg',
            )}
          >
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <CloseIcon size={20} aria-hidden="true" />
          </IconButton>
        </div>
        <div className="relative min-h-0 grow overflow-y-auto overscroll-contain p-5">{children}</div>
      </div>
    </dialog>
  );
}

export function Drawer(props: Omit<DialogProps, 'kind'>) {
  return <Dialog {...props} kind="drawer" />;
}
