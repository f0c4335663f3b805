import type { FeaturedItem } from '@kindred/contracts';
import type { ReactNode } from 'react';
import { saleEndText } from '../catalog/reduction.ts';

interface SlideFrameProps {
  words: Pick<FeaturedItem, 'title' | 'text' | 'ends_at'>;
  /** Below the heading of the carousel. */
  headingLevel: 2 | 3;
  /** Links below the text. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Words at one side, something to look at on the other. */
export function SlideFrame({ words, headingLevel, actions, children }: SlideFrameProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="grid-page h-full content-start items-center gap-y-6 md:content-center lg:min-h-[24rem]">
      <div className="col-span-full md:col-span-3 lg:col-span-5">
        <Heading className="max-w-[14ch] font-semibold text-3xl lg:text-[3.25rem] lg:leading-[1.04] lg:tracking-[-0.034em]">
          {words.title}
        </Heading>
        {words.text && <p className="mt-3 max-w-md text-ink-muted md:mt-4 lg:text-lg">{words.text}</p>}
        {words.ends_at && <p className="mt-2 font-medium text-sm">{saleEndText(words.ends_at)}</p>}
        {actions && <div className="mt-5 flex flex-wrap gap-3 md:mt-7">{actions}</div>}
      </div>
      <div className="col-span-full md:col-span-5 lg:col-span-7">{children}</div>
    </div>
  );
}
