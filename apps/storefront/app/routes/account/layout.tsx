import { Container } from '@kindred/ui';
import { Outlet } from 'react-router';
import { AccountNavigation } from '../../features/account/account-navigation.tsx';
import { LogOutButton } from '../../features/account/log-out-button.tsx';
import { accountContext, requireLogin } from '../../features/account/require-login.ts';
import type { Route } from './+types/layout';

export const middleware: Route.MiddlewareFunction[] = [requireLogin];

export function loader({ context }: Route.LoaderArgs) {
  return { account: context.get(accountContext) };
}

export default function AccountPages() {
  return (
    <Container className="grid grid-cols-1 gap-y-6 py-6 md:py-10 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-x-12 xl:gap-x-20">
      <AccountNavigation />
      <div className="min-w-0 max-w-4xl">
        <Outlet />
        <LogOutButton className="mt-10 border-line border-t pt-3 lg:hidden" />
      </div>
    </Container>
  );
}
