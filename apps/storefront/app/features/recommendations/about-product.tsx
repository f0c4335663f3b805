import { Link, Picture } from '@kindred/ui';
import { Section } from '../account/section.tsx';
import { Choices } from './choices.tsx';
import { optedOutText } from './feedback-words.ts';
import type { AboutData } from './load-about.ts';
import type { Say } from './use-say.ts';

/** The choices of a card's menu on a page, for a browser without JavaScript. */
export function AboutProduct({
  about,
  isOptedOut,
  saying,
}: {
  about: AboutData;
  isOptedOut: boolean;
  saying: Say;
}) {
  const { title, href, imageUrl, why, subject } = about;
  return (
    <Section title="About this product">
      <div className="flex items-center gap-4">
        <div className="size-14 shrink-0 overflow-hidden rounded-md bg-surface">
          <Picture src={imageUrl} alt="" sizes="56px" maxWidth={160} />
        </div>
        <Link href={href} className="line-clamp-2 font-medium text-sm underline-offset-4 hover:underline">
          {title}
        </Link>
      </div>
      {why !== undefined && (
        <>
          <h3 className="mt-5 font-medium text-sm">Why this?</h3>
          <p className="mt-1 max-w-prose text-ink-muted text-sm">{why}</p>
        </>
      )}
      {isOptedOut ? (
        <p className="mt-4 text-ink-muted text-sm">{optedOutText}</p>
      ) : (
        <div className="mt-3 max-w-96">
          <Choices subject={subject} {...saying} />
        </div>
      )}
    </Section>
  );
}
