import type { Recommendations } from '@kindred/contracts';
import { useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '../../root.tsx';
import { DepartmentTiles } from '../home/department-tiles.tsx';
import { RecommendationShelf } from '../recommendations/recommendation-shelf.tsx';

/** Popular products and departments, below an error. */
export function WaysOn({ popular }: { popular: Recommendations | null }) {
  const departments = useRouteLoaderData<typeof rootLoader>('root')?.departments ?? [];
  return (
    <div className="mt-14 flex flex-col gap-16 print:hidden">
      <RecommendationShelf recommendations={popular} />
      <DepartmentTiles departments={departments} />
    </div>
  );
}
