import type { Recommendations } from '@kindred/contracts';
import { LinkButton } from '@kindred/ui';
import { DepartmentTiles } from '../home/department-tiles.tsx';
import type { Department } from '../navigation/navigation-data.ts';
import { RecommendationShelf } from '../recommendations/recommendation-shelf.tsx';

interface NoResultsProps {
  q: string;
  /** The same search in the whole shop, if the shopper had chosen a department. */
  everywhereHref: string | undefined;
  departments: Department[];
  popular: Recommendations | null;
}

/** The page of a search without results: what to try, popular products, departments. */
export function NoResults({ q, everywhereHref, departments, popular }: NoResultsProps) {
  return (
    <>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">No results for “{q}”</h1>
      <ul className="mt-4 max-w-prose list-disc space-y-1 pl-5 text-ink-muted">
        <li>Check the spelling.</li>
        <li>Use fewer or more general words, such as “lamp” instead of a model number.</li>
        <li>Try another word for the same thing.</li>
      </ul>
      <div className="mt-6 flex flex-wrap gap-3">
        {everywhereHref && <LinkButton href={everywhereHref}>Search all departments</LinkButton>}
        <LinkButton href="/search" variant={everywhereHref ? 'secondary' : 'primary'}>
          Browse all products
        </LinkButton>
      </div>
      <div className="mt-14 flex flex-col gap-16">
        <RecommendationShelf recommendations={popular} />
        <DepartmentTiles departments={departments} />
      </div>
    </>
  );
}
