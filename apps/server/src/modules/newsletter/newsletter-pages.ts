/** @file What the links of newsletter mails open. Opening changes nothing, for mail programs open links by themselves; the button does. */
import formbody from '@fastify/formbody';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { html, sendPlainPage } from '../../platform/http/plain-page.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { confirmSubscription, type Newsletter, unsubscribe } from './newsletter.ts';

const token = Type.Optional(Type.String({ maxLength: 200 }));
const querystring = Type.Object({ token });
/** RFC 8058 posts `List-Unsubscribe=One-Click` to the link as it is; our own form has the token in a field. */
const body = Type.Union([Type.Object({ token }), Type.Null()]);

interface Step {
  readonly path: string;
  readonly ask: { readonly title: string; readonly text: string; readonly button: string };
  readonly done: { readonly title: string; readonly text: string };
  readonly act: (token: string) => Promise<void>;
}

export function newsletterPages(newsletter: Newsletter): ApiPlugin {
  const steps: readonly Step[] = [
    {
      path: '/newsletter/confirm',
      ask: {
        title: 'Subscribe to our newsletter',
        text: 'One click, and you are on the list.',
        button: 'Subscribe',
      },
      done: { title: 'You are on the list', text: 'Thank you. Every mail has a link that ends it.' },
      act: (given) => confirmSubscription(newsletter, given),
    },
    {
      path: '/newsletter/unsubscribe',
      ask: { title: 'Unsubscribe', text: 'You will get no more newsletters from us.', button: 'Unsubscribe' },
      done: { title: 'You are unsubscribed', text: 'You will get no more newsletters from us.' },
      act: (given) => unsubscribe(newsletter, given),
    },
  ];

  return async (app) => {
    await app.register(formbody, { bodyLimit: 4_096 });
    for (const { path, ask, done, act } of steps) {
      app.get(path, { schema: { hide: true, querystring } }, async (request, reply) =>
        sendPlainPage(reply, {
          title: ask.title,
          body: html`<h1>${ask.title}</h1>
<p>${ask.text}</p>
<form method="post" action="${path}">
<input type="hidden" name="token" value="${request.query.token}">
<button>${ask.button}</button>
</form>`,
        }),
      );

      app.post(path, { schema: { hide: true, querystring, body } }, async (request, reply) => {
        const given = request.body?.token ?? request.query.token ?? '';
        try {
          await act(given);
        } catch (error) {
          if (error instanceof ProblemError) return sendBadLink(reply);
          throw error;
        }
        return sendPlainPage(reply, {
          title: done.title,
          body: html`<h1>${done.title}</h1>
<p>${done.text}</p>
<p><a href="/">Back to the shop</a></p>`,
        });
      });
    }
  };
}

function sendBadLink(reply: FastifyReply): FastifyReply {
  return sendPlainPage(reply, {
    status: 400,
    title: 'This link does not work any more',
    body: html`<h1>This link does not work any more</h1>
<p>It may be an old one, or a part of it is missing. Please open the newest mail from us, or subscribe again.</p>
<p><a href="/">Back to the shop</a></p>`,
  });
}
