import { type ComponentProps, type ReactNode, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { Button, IconButton, LinkButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { CloseIcon } from './icons.tsx';

interface SheetProps {
  id: string;
  title: string;
  /** The path of the page: the sheet closes when the page is left. */
  page: string;
  /** Below the content, always in view. */
  foot?: ReactNode;
  /** `end` leaves a part of the page in view where there is room; `full` covers it. */
  kind?: 'end' | 'full';
  /** From 1024 px it is a part of the page, and only `staticClassName` says how it looks. */
  isStaticOnWide?: boolean;
  staticClassName?: string;
  children: ReactNode;
}

const looks = {
  end: 'mr-0 ml-auto w-full max-w-sm starting:open:translate-x-8',
  full: 'm-0 w-full max-w-none starting:open:translate-y-4',
};

const wide = '(min-width: 64rem)';

/**
 * A modal window over a small screen, opened by `SheetButton`. The browser keeps the focus in it and gives it back. Its content is in the
 * page only once, so a form in it keeps its state. Without a script the button is a link, and the address opens the sheet.
 */
export function Sheet({
  id,
  title,
  page,
  foot,
  kind = 'end',
  isStaticOnWide = false,
  staticClassName,
  children,
}: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isWide = useSyncExternalStore(
    onWideChange,
    () => matchMedia(wide).matches,
    () => false,
  );
  const isStatic = isStaticOnWide && isWide;

  useEffect(() => {
    if (isStatic) ref.current?.close();
  }, [isStatic]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when its page is left.
  useEffect(() => () => ref.current?.close(), [page]);

  const hiddenOnWide = isStaticOnWide && 'lg:hidden';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same.
    <dialog
      ref={ref}
      id={id}
      aria-labelledby={titleId}
      // What is always in the page is no dialog.
      role={isStatic ? 'complementary' : undefined}
      onClick={({ target }) => {
        if (target === ref.current) ref.current.close();
      }}
      className={classNames(
        'fixed inset-y-0 z-50 my-0 h-dvh max-h-none overflow-hidden bg-paper text-ink shadow-overlay transition-[translate,opacity] duration-200 ease-out target:block starting:open:opacity-0',
        looks[kind],
        isStaticOnWide &&
          'lg:static lg:z-auto lg:m-0 lg:block lg:h-auto lg:max-w-none lg:bg-transparent lg:shadow-none',
        staticClassName,
      )}
    >
      <div className={classNames('flex h-full flex-col', isStaticOnWide && 'lg:block lg:h-auto')}>
        <div
          className={classNames(
            'flex items-center justify-between gap-4 border-line border-b py-2 pr-3 pl-5',
            kind === 'full' && 'md:pr-6 md:pl-8 xl:pr-10 xl:pl-12',
            hiddenOnWide,
          )}
        >
          {/* No heading: it would stand before the page's own. */}
          <p id={titleId} className="font-semibold text-lg">
            {title}
          </p>
          <span className="hidden scripted:contents">
            <IconButton label="Close" {...commanding(id, 'close')}>
              <CloseIcon size={20} aria-hidden="true" />
            </IconButton>
          </span>
          <a
            href="#content"
            className="inline-flex min-h-11 items-center px-2 text-sm underline scripted:hidden"
          >
            Close
          </a>
        </div>
        <div
          className={classNames(
            // Positioned, so that what is hidden from sight in it does not lengthen the sheet.
            'relative min-h-0 grow overflow-y-auto overscroll-contain px-5 py-3',
            isStaticOnWide && 'lg:overflow-visible lg:p-0',
          )}
        >
          {children}
        </div>
        {foot && <div className={classNames('border-line border-t px-5 py-3', hiddenOnWide)}>{foot}</div>}
      </div>
    </dialog>
  );
}

interface SheetButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick' | 'type'> {
  /** The id of the sheet. */
  sheet: string;
  action?: SheetAction;
}

/** Opens or closes a sheet. */
export function SheetButton({ sheet, action = 'show-modal', ...props }: SheetButtonProps) {
  const { children, variant, size, className } = props;
  const { onClick, ...invoker } = commanding(sheet, action);
  return (
    <>
      <span className="hidden scripted:contents">
        <Button {...props} {...invoker} onClick={onClick} />
      </span>
      <LinkButton
        href={action === 'close' ? '#content' : `#${sheet}`}
        variant={variant}
        size={size}
        className={classNames('scripted:hidden', className)}
        onClick={(event) => {
          event.preventDefault();
          onClick();
        }}
      >
        {children}
      </LinkButton>
    </>
  );
}

type SheetAction = 'show-modal' | 'close';

/** The browser does it by `command`, even before the page's script runs; the handler does it in older browsers. */
export function commanding(id: string, command: SheetAction) {
  return {
    command,
    commandfor: id,
    onClick: () => {
      if ('command' in HTMLButtonElement.prototype) return;
      const sheet = document.getElementById(id);
      if (!(sheet instanceof HTMLDialogElement)) return;
      if (command === 'close') sheet.close();
      else if (!sheet.open) sheet.showModal();
    },
  };
}

function onWideChange(notify: () => void) {
  const query = matchMedia(wide);
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}
