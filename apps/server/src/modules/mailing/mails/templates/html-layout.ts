import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Img } from '@react-email/img';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactNode } from 'react';
import type { MailSender } from '../mail-sender.ts';
import type { MailAction, MailContent } from './mail-content.ts';
import { orderSection } from './order-section.ts';
import { productSection } from './product-section.ts';
import { colors, fontFamily, styleSheet } from './theme.ts';

const body = { margin: 0, padding: 0, backgroundColor: colors.paper, fontFamily };
const frame = { padding: '40px 32px' };
const heading = {
  margin: '0 0 12px',
  color: colors.ink,
  fontSize: 28,
  lineHeight: 1.2,
  fontWeight: 600,
  letterSpacing: '-0.02em',
};
const paragraph = { margin: '0 0 16px', color: colors.ink, fontSize: 16, lineHeight: '24px' };
const quiet = { ...paragraph, margin: '0 0 8px', color: colors.muted, fontSize: 14, lineHeight: '20px' };
const button = {
  margin: '8px 12px 8px 0',
  padding: '14px 26px',
  border: `1px solid ${colors.ink}`,
  borderRadius: 999,
  backgroundColor: colors.ink,
  color: colors.paper,
  fontSize: 15,
  fontWeight: 500,
};
const secondary = {
  ...button,
  border: `1px solid ${colors.lineStrong}`,
  backgroundColor: 'transparent',
  color: colors.ink,
};
const rule = { margin: '32px 0 24px', borderColor: colors.line };

/** Lays a mail out in one column of at most 600 px. */
export function layOutHtml(content: MailContent, sender: MailSender): ReactNode {
  const { actions = [], facts = [], notes = [], footerAction } = content;
  return h(
    Html,
    { lang: 'en' },
    h(
      Head,
      null,
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('title', null, content.subject),
      h('style', null, styleSheet),
    ),
    h(
      Body,
      { style: body, className: 'paper' },
      h(Preview, null, content.preview),
      h(
        Container,
        { style: { maxWidth: 600 } },
        h(
          Section,
          { className: 'frame', style: frame },
          logo(sender),
          h(Heading, { as: 'h1', className: 'ink heading', style: heading }, content.heading),
          content.paragraphs.map((text) => h(Text, { key: text, className: 'ink', style: paragraph }, text)),
          facts.map(({ label, value }) =>
            h(
              Text,
              { key: label, className: 'ink', style: { ...paragraph, margin: '0 0 4px' } },
              h('span', { className: 'muted', style: { color: colors.muted } }, `${label}: `),
              value,
            ),
          ),
          actions.length > 0 && h(Section, { style: { margin: '16px 0 8px' } }, actions.map(actionButton)),
          content.showsLink === true && actions[0] !== undefined && linkAsText(actions[0]),
          content.order && orderSection(content.order),
          content.products && productSection(content.products),
          notes.length > 0 && h(Hr, { className: 'line', style: rule }),
          notes.map((text) => h(Text, { key: text, className: 'muted', style: quiet }, text)),
          h(Hr, { className: 'line', style: rule }),
          h(
            Text,
            { className: 'muted', style: { ...quiet, fontSize: 12, lineHeight: '18px' } },
            content.footer,
            footerAction && ' ',
            footerAction &&
              h(
                Link,
                {
                  href: footerAction.link,
                  className: 'muted',
                  style: { color: colors.muted, textDecoration: 'underline' },
                },
                footerAction.label,
              ),
            h('br'),
            sender.company,
          ),
        ),
      ),
    ),
  );
}

function actionButton({ label, link }: MailAction, index: number): ReactNode {
  const isFirst = index === 0;
  return h(
    Button,
    {
      key: link,
      href: link,
      className: `button ${isFirst ? 'primary' : 'secondary'}`,
      style: isFirst ? button : secondary,
    },
    label,
  );
}

function linkAsText({ link }: MailAction): ReactNode {
  return h(
    Text,
    { className: 'muted', style: { ...quiet, wordBreak: 'break-all' } },
    'Or open this address:',
    h('br'),
    h(
      Link,
      { href: link, className: 'muted', style: { color: colors.muted, textDecoration: 'underline' } },
      link,
    ),
  );
}

/** Draws a ring and a disc, joined, with boxes, because mail programs do not show SVG. */
function logo({ name, logoUrl }: MailSender): ReactNode {
  if (logoUrl !== null)
    return h(Img, { src: logoUrl, alt: name, height: 40, style: { display: 'block', margin: '0 0 40px' } });
  const dot = { display: 'inline-block', borderRadius: 999, verticalAlign: 'middle' };
  return h(
    Text,
    {
      className: 'ink',
      style: {
        margin: '0 0 40px',
        color: colors.ink,
        fontSize: 22,
        lineHeight: '28px',
        fontWeight: 600,
        letterSpacing: '-0.035em',
      },
    },
    h('span', {
      className: 'ring',
      style: { ...dot, width: 8, height: 8, border: `2px solid ${colors.ink}`, margin: '8px -1px 0 0' },
    }),
    h('span', {
      className: 'disc',
      style: { ...dot, width: 14, height: 14, backgroundColor: colors.accent, margin: '-8px 8px 0 0' },
    }),
    name,
  );
}
