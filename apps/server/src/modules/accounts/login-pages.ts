/** @file Logging in, and asking for a new password, without a script: where mails lead until the storefront has its own screens. */
import formbody from '@fastify/formbody';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { refuseOtherOrigins } from '../../platform/http/own-origin.ts';
import { type Html, html, sendPlainPage } from '../../platform/http/plain-page.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import type { Accounts } from './accounts.ts';
import { login } from './login.ts';
import { setLoginCookies } from './login-cookies.ts';
import { requestLoginLink } from './login-link.ts';
import { loginPlaceOf } from './login-place.ts';
import { requestPasswordReset } from './reset-password.ts';

const email = Type.String({ maxLength: 254, default: '' });
const mailRequest = Type.Object({ email });
const credentials = Type.Object({ email, password: Type.String({ maxLength: 200, default: '' }) });

interface Form {
  readonly email?: string;
  readonly complaint?: string;
}

export function loginPages(accounts: Accounts): ApiPlugin {
  return async (app) => {
    await app.register(formbody, { bodyLimit: 8_192 });
    refuseOtherOrigins(app, accounts);

    app.get('/account/login', { schema: { hide: true } }, async (_request, reply) =>
      sendPlainPage(reply, { title: 'Log in', body: loginForm({}) }),
    );

    app.post('/account/login', { schema: { hide: true, body: credentials } }, async (request, reply) => {
      try {
        const done = await login(accounts, { ...loginPlaceOf(request), ...request.body });
        setLoginCookies(reply, done);
        return reply.redirect('/', 303);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error;
        const { status, title, detail } = error.problem;
        return sendPlainPage(reply, {
          title: 'Log in',
          status,
          body: loginForm({
            email: request.body.email,
            complaint: detail ?? title,
          }),
        });
      }
    });

    app.get('/account/login-link', { schema: { hide: true } }, async (_request, reply) =>
      sendPlainPage(reply, {
        title: 'Log in by a mail',
        body: html`<h1>Log in by a mail</h1>
<p>We send you a link that logs you in without your password.</p>
${askForMail({ action: '/account/login-link' })}`,
      }),
    );

    app.post('/account/login-link', { schema: { hide: true, body: mailRequest } }, async (request, reply) => {
      await requestLoginLink(accounts, { email: request.body.email, address: request.ip });
      return sendMailIsOnItsWay(reply);
    });

    app.get('/account/forgot', { schema: { hide: true } }, async (_request, reply) =>
      sendPlainPage(reply, {
        title: 'Forgot your password?',
        body: html`<h1>Forgot your password?</h1>
<p>We send you a link to choose a new one.</p>
${askForMail({ action: '/account/forgot' })}`,
      }),
    );

    app.post('/account/forgot', { schema: { hide: true, body: mailRequest } }, async (request, reply) => {
      await requestPasswordReset(accounts, { email: request.body.email, address: request.ip });
      return sendMailIsOnItsWay(reply);
    });
  };
}

function sendMailIsOnItsWay(reply: FastifyReply): FastifyReply {
  return sendPlainPage(reply, {
    title: 'Look into your mailbox',
    body: html`<h1>Look into your mailbox</h1>
<p>If there is an account with this e-mail address, a mail is on its way, or was sent a few minutes ago.</p>
<p><a href="/">Back to the shop</a></p>`,
  });
}

function askForMail({ action }: { action: string }): Html {
  return html`<form method="post" action="${action}">
${emailField('')}
<button>Send the link</button>
</form>`;
}

function emailField(value: string): Html {
  return html`<label for="email">E-mail address</label>
<input id="email" name="email" type="email" value="${value}" autocomplete="email" required maxlength="254">`;
}

function loginForm({ email: typed = '', complaint }: Form): Html {
  return html`<h1>Log in</h1>
${complaint !== undefined && html`<p class="danger" id="complaint" role="alert">${complaint}</p>`}
<form method="post" action="/account/login">
${emailField(typed)}
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"${complaint !== undefined && html` aria-describedby="complaint"`}>
<button>Log in</button>
</form>
<p><a href="/account/forgot">Forgot your password?</a> <a href="/account/login-link">Log in by a mail</a></p>`;
}
