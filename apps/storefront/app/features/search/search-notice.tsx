import type { SearchReading } from '@kindred/contracts';
import { Link } from '@kindred/ui';
import type { ReactNode } from 'react';

interface SearchNoticeProps {
  q: string;
  search: SearchReading;
  total: number;
  /** The address of a search for these words with the same filters. */
  hrefOf: (q: string) => string;
}

/** Explains how search read the words, if it did not use them as typed. */
export function SearchNotice({
  q,
  search: { reading, did_you_mean: correction, whole_total: whole },
  total,
  hrefOf,
}: SearchNoticeProps) {
  const words = correction !== null && <CorrectedWords words={correction} href={hrefOf(correction)} />;
  if (reading === 'corrected')
    return (
      <Notice>
        No results for “{q}”. Showing results for {words} instead.
        {whole !== null && <> {wholeWords(whole, total)}</>}
      </Notice>
    );
  if (reading === 'relaxed')
    return (
      <Notice>
        No product matches all your words. Here are the closest matches{words && <> for {words}</>}.
      </Notice>
    );
  if (whole !== null) return <Notice>{wholeWords(whole, total)}</Notice>;
  return null;
}

/** How many products match all words, and how many only some. Sorted by relevance, the former come first. */
function wholeWords(whole: number, total: number): string {
  const others = total - whole;
  if (whole === 0) return 'No product here matches all your words. These match some of them.';
  return [
    `${whole} ${whole === 1 ? 'product matches' : 'products match'} all your words.`,
    `The other ${others === 1 ? 'one matches' : `${others.toLocaleString('en-US')} match`} some of them.`,
  ].join(' ');
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
