import type { SearchReading } from '@kindred/contracts';
import { Link } from '@kindred/ui';
import type { ReactNode } from 'react';

interface SearchNoticeProps {
  q: string;
  search: SearchReading;
  total: number;
  /** The same search in other words. */
  hrefOf: (q: string) => string;
}

/** Says in words how what was typed was taken, where that is not what was typed. */
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
        We have nothing called “{q}”. Showing results for {words} instead.
        {whole !== null && <> {wholeWords(whole, total)}</>}
      </Notice>
    );
  if (reading === 'relaxed')
    return (
      <Notice>Nothing fits all that you typed. Here is what comes closest{words && <> to {words}</>}.</Notice>
    );
  if (whole !== null) return <Notice>{wholeWords(whole, total)}</Notice>;
  return null;
}

/** A few products have all that was asked for; in the order of relevance they come first. */
function wholeWords(whole: number, total: number): string {
  const others = total - whole;
  if (whole === 0) return 'Nothing here fits all that you typed. These products fit part of it.';
  return [
    `${whole} ${whole === 1 ? 'product fits' : 'products fit'} all that you typed.`,
    `The other ${others === 1 ? 'one fits' : `${others.toLocaleString('en-US')} fit`} part of it.`,
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
