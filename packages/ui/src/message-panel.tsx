import type { ReactNode } from 'react';

interface MessagePanelProps {
  title: string;
  /** 1 if the page has no other content. */
  headingLevel?: 1 | 2;
  children?: ReactNode;
  /** Links or buttons: what to do next. */
  actions?: ReactNode;
}

function MessagePanel({
  title,
  headingLevel = 2,
  children,
  actions,
  drawing,
}: MessagePanelProps & { drawing: ReactNode }) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  return (
    <div className="flex flex-col items-center px-4 py-16 text-center">
      <svg
        viewBox="0 0 160 96"
        aria-hidden="true"
        fill="none"
        strokeWidth="1.5"
        strokeLinecap="round"
        className="mb-6 h-24 w-40 stroke-line-strong"
      >
        {drawing}
      </svg>
      <Heading className="font-semibold text-xl">{title}</Heading>
      {children && <div className="mt-2 max-w-prose text-ink-muted">{children}</div>}
      {actions && <div className="mt-6 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}

/** There is nothing to show, and that is not an error. */
export function EmptyState(props: MessagePanelProps) {
  return (
    <MessagePanel
      {...props}
      drawing={
        <>
          <path d="M34 62l28-30 34 12 30-22" strokeDasharray="3 5" />
          <circle cx="34" cy="62" r="9" className="fill-paper" />
          <circle cx="62" cy="32" r="6" className="fill-paper" />
          <circle cx="96" cy="44" r="12" className="fill-accent-soft stroke-accent" />
          <circle cx="126" cy="22" r="6" className="fill-paper" />
        </>
      }
    />
  );
}

/** Something that should have worked did not. */
export function ErrorState(props: MessagePanelProps) {
  return (
    <MessagePanel
      {...props}
      drawing={
        <>
          <path d="M46 58l22-14M92 44l22-14" />
          <path d="M74 36l4 12M86 40l-2 12" className="stroke-danger" />
          <circle cx="38" cy="63" r="9" className="fill-paper" />
          <circle cx="122" cy="26" r="9" className="fill-surface-strong" />
        </>
      }
    />
  );
}
