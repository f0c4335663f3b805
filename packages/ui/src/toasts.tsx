import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { IconButton } from './button.tsx';
import { CloseIcon } from './icons.tsx';
import { Link } from './link.tsx';

export interface ToastMessage {
  text: string;
  /** The link's target and text. */
  link?: { href: string; label: string } | undefined;
}

interface ShownMessage extends ToastMessage {
  /** The button also closes the message. */
  button?: { label: string; onClick: () => void } | undefined;
}

interface Toasts {
  show(message: ShownMessage): void;
}

const ToastsOfPage = createContext<Toasts>({ show: () => undefined });

/** Shows a message for some seconds; screen readers read it aloud. */
export function useToasts(): Toasts {
  return useContext(ToastsOfPage);
}

const shownMs = 8_000;

interface ToastsProviderProps {
  children: ReactNode;
  /** The server's message for this page, such as that a change is saved. Each new message is shown. */
  message?: ToastMessage | undefined;
}

/**
 * Shows one message at a time, at the bottom of the window, in a live region that exists from the start. The timer stops while
 * the pointer or the focus is on it. Without JavaScript the message stays.
 */
export function ToastsProvider({ children, message }: ToastsProviderProps) {
  const [current, setCurrent] = useState<ShownMessage | undefined>(message);
  const [received, setReceived] = useState(message);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (message !== received) {
    setReceived(message);
    if (message) setCurrent(message);
  }

  const hide = useCallback(() => setCurrent(undefined), []);
  const stopTime = () => clearTimeout(timer.current);
  const startTime = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(hide, shownMs);
  }, [hide]);
  useEffect(() => {
    if (!current) return;
    startTime();
    return () => clearTimeout(timer.current);
  }, [current, startTime]);

  // A copy, so that the same message twice is shown twice.
  const toasts = useMemo(() => ({ show: (shown: ShownMessage) => setCurrent({ ...shown }) }), []);

  return (
    <ToastsOfPage value={toasts}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-(--bottom-bar) z-40 flex justify-center p-4 print:hidden"
      >
        {current && (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only stops the timer.
          <div
            onMouseEnter={stopTime}
            onMouseLeave={startTime}
            onFocus={stopTime}
            onBlur={startTime}
            className="pointer-events-auto flex max-w-lg items-center gap-3 rounded-lg bg-ink py-1.5 pr-1.5 pl-5 text-paper text-sm shadow-overlay"
          >
            <p className="py-2">{current.text}</p>
            {current.link && (
              <Link
                href={current.link.href}
                className="inline-flex min-h-11 shrink-0 items-center font-medium underline underline-offset-4 focus-visible:outline-paper"
              >
                {current.link.label}
              </Link>
            )}
            {current.button && (
              <button
                type="button"
                onClick={() => {
                  hide();
                  current.button?.onClick();
                }}
                className="min-h-11 shrink-0 font-medium underline underline-offset-4 focus-visible:outline-paper"
              >
                {current.button.label}
              </button>
            )}
            <IconButton
              label="Close message"
              onClick={hide}
              className="hidden text-paper hover:bg-transparent focus-visible:outline-paper focus-visible:outline-offset-[-4px] scripted:inline-grid"
            >
              <CloseIcon size={18} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </div>
    </ToastsOfPage>
  );
}
