import { type Html, html } from '../../../platform/http/plain-page.ts';
import type { OutboxEntry } from './mail-repository.ts';

interface Page {
  readonly title: string;
  readonly body: Html;
  readonly styles: Html;
  readonly isWide: boolean;
}

const styles = html`
.mails { margin: 2rem 0 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.mails a { display: grid; gap: 0 1.5rem; padding: .875rem 0; border-bottom: 1px solid var(--line); text-decoration: none; }
.mails a:hover { background: var(--surface); box-shadow: -.75rem 0 var(--surface), .75rem 0 var(--surface); }
.mails .subject { font-weight: 500; }
.mails span { overflow-wrap: anywhere; }
.mails .muted, dl { font-size: .875rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1.25rem; margin: 0 0 1.5rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 60rem; border: 1px solid var(--line); border-radius: 8px; }
pre { margin: 0; padding: 1.25rem; border-radius: 8px; background: var(--surface); font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.125rem; font-weight: 600; }
.back { margin: 0 0 1.5rem; font-size: .875rem; }
@media (min-width: 48rem) {
  .mails a { grid-template-columns: minmax(0, 1fr) 20rem 13rem; }
  .mails .time { text-align: right; }
}
@media (min-width: 64rem) {
  .bodies { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; }
  h2 { margin-top: 1rem; }
}
`;

const times = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

function time({ createdAt }: OutboxEntry): Html {
  return html`<time datetime="${createdAt.toISOString()}">${times.format(createdAt)} UTC</time>`;
}

function subjectOf({ content, kind }: OutboxEntry): string {
  return content?.subject ?? kind;
}

export function outboxPage(entries: readonly OutboxEntry[], limit: number): Page {
  return {
    title: 'Outbox',
    styles,
    isWide: true,
    body: html`<h1>Outbox</h1>
<p class="muted">No mail server is set up, so mails stay here. Set SMTP_URL to send them.</p>
${
  entries.length === 0
    ? html`<p>Nothing yet. Sign up, order something or subscribe to the newsletter, and reload.</p>`
    : html`<ul class="mails">
${entries.map(
  (entry) => html`<li><a href="/outbox/${entry.mailId}">
<span class="subject">${subjectOf(entry)}</span>
<span class="muted">${entry.recipient}</span>
<span class="muted time">${entry.state === 'sent' ? time(entry) : entry.state}</span>
</a></li>
`,
)}</ul>`
}
${entries.length === limit && html`<p class="muted">These are the newest ${limit}.</p>`}`,
  };
}

export function outboxMailPage(entry: OutboxEntry): Page {
  return {
    title: subjectOf(entry),
    styles,
    isWide: true,
    body: html`<p class="back"><a href="/outbox">← Outbox</a></p>
<h1>${subjectOf(entry)}</h1>
<dl><dt>To</dt><dd>${entry.recipient}</dd><dt>When</dt><dd>${time(entry)}</dd><dt>Kind</dt><dd>${entry.kind}</dd></dl>
${
  entry.content
    ? html`<div class="bodies">
<section><h2>HTML</h2>
<iframe title="The mail as HTML" src="/outbox/${entry.mailId}/html" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe></section>
<section><h2>Plain text</h2>
<pre>${entry.content.text}</pre></section>
</div>`
    : html`<p>The mail is not rendered yet. Reload in a moment.</p>`
}`,
  };
}
