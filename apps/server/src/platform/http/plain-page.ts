/** @file Simple pages of the server without scripts, such as the outbox. */

import type { FastifyReply } from 'fastify';

/** Text that is already HTML and is not escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Value = Html | string | number | null | undefined | false | readonly Value[];

function textOf(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => entities[character]);
}

/** Escapes the inserted values, except `Html`. Attributes have to be in quotes. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((text, part, index) => text + textOf(values[index - 1]) + part));
}

/** The colours and sizes of packages/ui/src/theme.css. */
const style = new Html(`
@view-transition { navigation: auto; }
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfdfb, #141513); --surface: light-dark(#f4f3ee, #1e1f1c); --line: light-dark(#e3e1d9, #32342f);
  --line-strong: light-dark(#88867c, #7d7f76); --ink: light-dark(#1b1c18, #f2f1eb); --muted: light-dark(#5b5c54, #aeafa5);
  --accent: light-dark(#22543d, #9fd3b5); --on-accent: light-dark(#fff, #10221a); --danger: light-dark(#a4331d, #f19a85);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Inter Variable", Inter, system-ui, sans-serif; -webkit-font-smoothing: antialiased; }
body > header { border-bottom: 1px solid var(--line); }
body > header a { display: flex; align-items: center; gap: .5rem; width: fit-content; min-height: 4rem; color: inherit; text-decoration: none; font-size: 1.375rem; font-weight: 600; letter-spacing: -.035em; }
body > header svg { width: 1.625rem; height: 1.625rem; }
body > header > *, main { width: 100%; max-width: 32rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-block: 3rem 4rem; }
.wide > header > *, .wide main { max-width: 72rem; }
h1 { margin: 0 0 .75rem; font-size: clamp(1.5rem, 1.35rem + .65vw, 1.875rem); font-weight: 600; line-height: 1.2; letter-spacing: -.02em; text-wrap: balance; overflow-wrap: anywhere; }
p { margin: 0 0 1rem; text-wrap: pretty; }
a { color: inherit; text-decoration-color: var(--line-strong); text-underline-offset: 4px; }
a:hover { text-decoration-color: currentcolor; }
.muted { color: var(--muted); }
.danger { color: var(--danger); }
form { margin: 1.5rem 0; }
label { display: block; margin: 0 0 .375rem; font-size: .875rem; font-weight: 500; }
input:not([type=hidden]), select { display: block; width: 100%; min-height: 2.75rem; margin: 0 0 1rem; padding: 0 .875rem; border: 1px solid var(--line-strong); border-radius: 8px; background: var(--paper); color: inherit; font: inherit; }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; padding: 0 1.5rem; border: 0; border-radius: 999px; background: var(--ink); color: var(--paper); font: inherit; font-size: .9375rem; font-weight: 500; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--accent); color: var(--on-accent); }
button.secondary, .button.secondary { border: 1px solid var(--line-strong); background: none; color: inherit; }
button.secondary:hover, .button.secondary:hover { border-color: var(--ink); background: var(--surface); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`);

const logo = new Html(
  '<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentcolor" stroke-width="2.6"><path d="M12.2 19.8l7.6-7.6"/><circle cx="9" cy="23" r="6.2"/><circle cx="23" cy="9" r="7.5" fill="var(--accent)" stroke="none"/></svg>',
);

/** Returns a whole document. `nonce` is `reply.cspNonce.style`; `styles` are rules of this page only. */
export function plainPage({
  title,
  body,
  nonce,
  styles = new Html(''),
  isWide = false,
}: {
  title: string;
  body: Html;
  nonce: string;
  styles?: Html;
  isWide?: boolean;
}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<link rel="icon" href="data:,">
<title>${title} · Kindred</title>
<style nonce="${nonce}">${style}${styles}</style>
</head>
<body${isWide && new Html(' class="wide"')}>
<header><div><a href="/" aria-label="Kindred, home">${logo}<span>kindred</span></a></div></header>
<main>
${body}
</main>
</body>
</html>
`.text;
}

/** Answers with a page that must not be cached. */
export function sendPlainPage(
  reply: FastifyReply,
  page: Omit<Parameters<typeof plainPage>[0], 'nonce'> & { status?: number },
): FastifyReply {
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(plainPage({ ...page, nonce: reply.cspNonce?.style ?? '' }));
}
