import { goodPassword, newEmail } from '../../../testing/account-fixture.ts';
import type { RouteExamples } from '../../../testing/api-routes.ts';
import { homeAddress } from '../../../testing/shopper.ts';

const token = 'nobody-was-mailed-this-token';

export const routeExamples: RouteExamples = {
  'POST /api/v1/auth/register': {
    access: 'public',
    body: () => ({ email: newEmail(), password: goodPassword, first_name: 'Ada', last_name: 'Öberg' }),
  },
  'POST /api/v1/auth/login': {
    access: 'public',
    body: () => ({ email: newEmail(), password: goodPassword }),
  },
  'POST /api/v1/auth/login-link': { access: 'public', body: () => ({ email: newEmail() }) },
  'POST /api/v1/auth/login-link/use': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/auth/refresh': { access: 'public', body: () => ({ refresh_token: token }) },
  'POST /api/v1/auth/logout': { access: 'public' },
  'POST /api/v1/auth/verify-email': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/auth/resend-verification': { access: 'own' },
  'POST /api/v1/auth/forgot-password': { access: 'public', body: () => ({ email: newEmail() }) },
  'POST /api/v1/auth/reset-password': {
    access: 'public',
    body: () => ({ token, password: goodPassword }),
  },
  'POST /api/v1/auth/confirm-email-change': { access: 'public', body: () => ({ token }) },
  'GET /api/v1/auth/csrf': { access: 'public' },
  'GET /api/v1/me': { access: 'own' },
  'PATCH /api/v1/me': {
    access: 'own',
    body: () => ({ first_name: 'Eve', last_name: 'Ott', age: 30, gender: 'Female', address: 'Storgatan 1' }),
  },
  'DELETE /api/v1/me': { access: 'own', body: () => ({ password: goodPassword }) },
  'POST /api/v1/me/password': {
    access: 'own',
    body: () => ({ current_password: goodPassword, password: 'amber quarry 17 boats' }),
  },
  'POST /api/v1/me/email': {
    access: 'own',
    body: () => ({ email: newEmail(), password: goodPassword }),
  },
  'GET /api/v1/me/sessions': { access: 'own' },
  'DELETE /api/v1/me/sessions': { access: 'own' },
  'DELETE /api/v1/me/sessions/:id': { access: 'resource' },
  'GET /api/v1/me/export': { access: 'own' },
  'GET /api/v1/me/addresses': { access: 'own' },
  'POST /api/v1/me/addresses': { access: 'own', body: () => ({ ...homeAddress, is_default: true }) },
  'PATCH /api/v1/me/addresses/:id': {
    access: 'resource',
    body: () => ({ city: 'Oslo', is_default: true }),
  },
  'DELETE /api/v1/me/addresses/:id': { access: 'resource' },
};
