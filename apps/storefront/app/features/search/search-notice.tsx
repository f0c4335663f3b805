import type { SearchReading } from '@kindred/contracts';
import { Link } from '@kindred/ui';
import type { ReactNode } from 'react';

interface SearchNoticeProps {
  q: string;
  search: SearchReading;
  /** The same search in other words. */
  hrefOf: (q: string) => string;
}

/** Says in words how what was typed was taken, where that is not what was typed. */
export function SearchNotice({
  q,
  search: { reading, did_you_mean: correction },
  hrefOf,
}: SearchNoticeProps) {
  const words = correction !== null && <CorrectedWords words={correction} href={hrefOf(correction)} />;
  if (reading === 'corrected')
    return (
      <Notice>
        Nothing found for “{q}”. Showing results for {words} instead.
      </Notice>
    );
  if (reading === 'relaxed')
    return (
      <Notice>
        Nothing has all of these words, so here is what comes closest.
        {words && <> Did you mean {words}?</>}
      </Notice>
    );
  return words && <Notice>Did you mean {words}?</Notice>;
}

function Notice({ children }: { children: ReactNode }) {
  return <p className="mt-2 text-ink-muted [overflow-wrap:anywhere]">{children}</p>;
}

function CorrectedWords({ words, href }: { words: string; href: string }) {
  return (
    <Link
      href={href}
      className="font-medium text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {words}
    </Link>
  );
}
