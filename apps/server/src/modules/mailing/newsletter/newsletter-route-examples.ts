import { newEmail } from '../../../testing/account-fixture.ts';
import type { RouteExamples } from '../../../testing/api-routes.ts';

const token = 'nobody-was-mailed-this-token';

export const routeExamples: RouteExamples = {
  'POST /api/v1/newsletter': { access: 'public', body: () => ({ email: newEmail() }) },
  'POST /api/v1/newsletter/confirm': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/newsletter/unsubscribe': { access: 'public', body: () => ({ token }) },
};
