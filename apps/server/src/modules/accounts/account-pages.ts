/** @file What the links of account mails open; they work without a script, and opening one changes nothing. */
import formbody from '@fastify/formbody';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { refuseOtherOrigins } from '../../platform/http/own-origin.ts';
import { type Html, html, sendPlainPage } from '../../platform/http/plain-page.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import type { Accounts } from './accounts.ts';
import { setDeviceCookie } from './device-cookie.ts';
import { setLoginCookies } from './login-cookies.ts';
import { redeemLoginLink } from './login-link.ts';
import { loginPlaceOf } from './login-place.ts';
import { resetPassword } from './reset-password.ts';
import { verifyEmail } from './verify-email.ts';

const token = Type.String({ maxLength: 200, default: '' });
const querystring = Type.Object({ token });
const verification = Type.Object({ token });
const reset = Type.Object({ token, password: Type.String({ maxLength: 1_000, default: '' }) });

const backToShop = html`<p><a href="/">Back to the shop</a></p>`;

export function accountPages(accounts: Accounts): ApiPlugin {
  return async (app) => {
    await app.register(formbody, { bodyLimit: 8_192 });
    refuseOtherOrigins(app, accounts);

    app.get('/account/verify', { schema: { hide: true, querystring } }, async (request, reply) =>
      sendPlainPage(reply, {
        title: 'Confirm your e-mail address',
        body: html`<h1>Confirm your e-mail address</h1>
<p>One click, and your account is ready.</p>
<form method="post" action="/account/verify">
<input type="hidden" name="token" value="${request.query.token}">
<button>Confirm address</button>
</form>`,
      }),
    );

    app.post('/account/verify', { schema: { hide: true, body: verification } }, async (request, reply) => {
      const failure = await problemIn(verifyEmail(accounts, request.body.token));
      if (failure instanceof ProblemError) return sendBadLink(reply);
      return sendPlainPage(reply, {
        title: 'Thank you',
        body: html`<h1>Thank you</h1>
<p>Your e-mail address is confirmed.</p>
${backToShop}`,
      });
    });

    app.get('/account/login-link/use', { schema: { hide: true, querystring } }, async (request, reply) =>
      sendPlainPage(reply, {
        title: 'Log in',
        body: html`<h1>Log in</h1>
<p>One click, and you are logged in on this device.</p>
<form method="post" action="/account/login-link/use">
<input type="hidden" name="token" value="${request.query.token}">
<button>Log in</button>
</form>`,
      }),
    );

    app.post(
      '/account/login-link/use',
      { schema: { hide: true, body: Type.Object({ token }) } },
      async (request, reply) => {
        const done = await problemIn(
          redeemLoginLink(accounts, { ...loginPlaceOf(request), token: request.body.token }),
        );
        if (done instanceof ProblemError) return sendBadLink(reply);
        setLoginCookies(reply, done);
        return reply.redirect('/', 303);
      },
    );

    app.get('/account/reset', { schema: { hide: true, querystring } }, async (request, reply) =>
      sendPlainPage(reply, resetPage(request.query.token)),
    );

    app.post('/account/reset', { schema: { hide: true, body: reset } }, async (request, reply) => {
      const done = await problemIn(resetPassword(accounts, request.body));
      if (done instanceof ProblemError) {
        const { code, title, detail } = done.problem;
        if (code !== 'weak-password') return sendBadLink(reply);
        return sendPlainPage(reply, { ...resetPage(request.body.token, detail ?? title), status: 400 });
      }
      setDeviceCookie(reply, done.deviceToken);
      return sendPlainPage(reply, {
        title: 'Your password is changed',
        body: html`<h1>Your password is changed</h1>
<p>All devices were logged out. Log in with the new password.</p>
${backToShop}`,
      });
    });
  };
}

function resetPage(resetToken: string, complaint?: string): { title: string; body: Html } {
  return {
    title: 'Choose a new password',
    body: html`<h1>Choose a new password</h1>
<p>At least 10 characters. A few words that only you would put together are good.</p>
<form method="post" action="/account/reset">
<input type="hidden" name="token" value="${resetToken}">
<label for="password">New password</label>
${complaint !== undefined && html`<p class="danger" id="complaint" role="alert">${complaint}</p>`}
<input id="password" name="password" type="password" autocomplete="new-password" required${complaint !== undefined && html` aria-invalid="true" aria-describedby="complaint"`}>
<button>Save password</button>
</form>`,
  };
}

function sendBadLink(reply: FastifyReply): FastifyReply {
  return sendPlainPage(reply, {
    status: 400,
    title: 'This link does not work any more',
    body: html`<h1>This link does not work any more</h1>
<p>Links work once and not for ever. Please ask for another mail.</p>
${backToShop}`,
  });
}

/** An expected failure as a value. */
async function problemIn<Value>(work: Promise<Value>): Promise<Value | ProblemError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}
