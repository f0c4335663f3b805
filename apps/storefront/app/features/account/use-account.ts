import type { Profile } from '@kindred/contracts';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../../routes/account/layout.tsx';

/** The logged-in account. Only for pages below `/account`. */
export function useAccount(): Profile {
  const data = useRouteLoaderData<typeof loader>('routes/account/layout');
  if (!data) throw new Error('This page is not below the account’s layout.');
  return data.account;
}
