import { useLocation, useRouteLoaderData, useSearchParams } from 'react-router';
import type { loader } from '../../root.tsx';

export interface SearchScope {
  readonly slug: string;
  readonly name: string;
}

/** The department whose products are on the page. */
export function useSearchScope(): SearchScope | undefined {
  const departments = useRouteLoaderData<typeof loader>('root')?.departments ?? [];
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const category = pathname.startsWith('/c/') ? pathname.slice('/c/'.length) : (search.get('category') ?? '');
  const [slug] = category.split('/');
  return departments.find((department) => department.slug === slug);
}
