import { Column } from '@react-email/column';
import { Img } from '@react-email/img';
import { Link } from '@react-email/link';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactNode } from 'react';
import type { MailProduct } from './mail-content.ts';
import { colors } from './theme.ts';

const ink = { margin: 0, color: colors.ink, fontSize: 15, lineHeight: '22px' };
const muted = { ...ink, color: colors.muted, fontSize: 14, lineHeight: '20px' };
const cell = { padding: '8px 0', verticalAlign: 'top' } as const;
const pictureSize = 72;

/** Shows products in rows: picture, title and news. */
export function productSection(products: readonly MailProduct[]): ReactNode {
  return h(
    Section,
    { style: { marginTop: 16 } },
    h(
      'table',
      { role: 'presentation', width: '100%', border: 0, cellPadding: 0, cellSpacing: 0 },
      h('tbody', null, products.map(productRow)),
    ),
  );
}

function productRow({ title, link, picture, news }: MailProduct): ReactNode {
  const style = {
    display: 'block',
    width: pictureSize,
    height: pictureSize,
    borderRadius: 8,
    backgroundColor: colors.surface,
    objectFit: 'cover',
  } as const;
  return h(
    'tr',
    { key: link },
    h(
      Column,
      { style: { ...cell, width: pictureSize + 16 } },
      picture === null
        ? h('div', { className: 'surface', style })
        : h(Img, {
            src: picture,
            alt: '',
            width: pictureSize,
            height: pictureSize,
            className: 'surface',
            style,
          }),
    ),
    h(
      Column,
      { style: cell },
      h(
        Text,
        { className: 'ink', style: { ...ink, fontWeight: 500 } },
        h(
          Link,
          { href: link, className: 'ink', style: { color: colors.ink, textDecoration: 'underline' } },
          title,
        ),
      ),
      h(Text, { className: 'muted', style: muted }, news),
    ),
  );
}
