import { classNames } from './class-names.ts';

/** Replaces a missing product picture: a parcel, drawn in the colours of the theme. */
export function PlaceholderPicture({ alt, className }: { alt: string; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 200 200"
      width={800}
      height={800}
      role="img"
      aria-label={alt === '' ? undefined : `${alt} (no picture)`}
      aria-hidden={alt === '' ? true : undefined}
      className={classNames('size-full bg-surface', className)}
    >
      <ellipse cx="100" cy="150" rx="52" ry="7" className="fill-surface-strong" />
      <path d="M56 84l44 18v48l-44-18z" className="fill-surface-strong" />
      <path d="M144 84l-44 18v48l44-18z" className="fill-line" />
      <path d="M56 84l44-17 44 17-44 18z" className="fill-paper" />
      <path
        d="M73.3 77.3l9.4-3.6 44 17.4v14l-9.4 3.8v-14z"
        className="fill-surface-strong stroke-line"
        strokeWidth="0.5"
      />
      <path
        d="M56 84l44-17 44 17v48l-44 18-44-18zm0 0l44 18 44-18m-44 18v48"
        fill="none"
        strokeWidth="1"
        strokeLinejoin="round"
        className="stroke-line-strong"
      />
    </svg>
  );
}
