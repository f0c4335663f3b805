import { type Static, Type } from 'typebox';
import { CountryCode, CurrencyCode, Email, WrittenText } from './typed-text.ts';

const line = (maxLength: number) => Type.String({ maxLength });

/** A page of this shop, or one elsewhere over https. `//elsewhere` and `/\elsewhere` are neither. */
const linkPattern = '^(/|/[^/\\\\\\s]\\S*|https://\\S+)$';

const Href = Type.String({
  maxLength: 300,
  pattern: linkPattern,
  description: 'A path of this shop, or an address that starts with https://',
});

/** Who runs the shop, as the law asks to have it named. */
export const ShopCompany = Type.Object({
  legal_name: WrittenText(200),
  line1: line(200),
  line2: line(200),
  postal_code: line(20),
  city: line(100),
  region: line(100),
  country: CountryCode,
  register_number: line(100),
  vat_number: line(40),
  email: Email,
  phone: line(40),
  opening_hours: line(200),
});
export type ShopCompany = Static<typeof ShopCompany>;

export const SocialNetwork = Type.Union([
  Type.Literal('bluesky'),
  Type.Literal('facebook'),
  Type.Literal('instagram'),
  Type.Literal('linkedin'),
  Type.Literal('mastodon'),
  Type.Literal('pinterest'),
  Type.Literal('tiktok'),
  Type.Literal('x'),
  Type.Literal('youtube'),
]);
export type SocialNetwork = Static<typeof SocialNetwork>;

const settings = {
  name: WrittenText(60),
  tagline: line(120),
  description: line(300),
  logo_url: Type.Union([Type.String({ maxLength: 500, pattern: linkPattern }), Type.Null()], {
    description: 'A picture on this host or on that of the pictures; null: the drawn logo and the name',
  }),
  social_links: Type.Array(
    Type.Object({
      network: SocialNetwork,
      url: Type.String({ maxLength: 300, pattern: '^https://\\S+$' }),
    }),
    { maxItems: 9 },
  ),
  footer_groups: Type.Array(
    Type.Object({
      title: WrittenText(40),
      links: Type.Array(Type.Object({ name: WrittenText(60), href: Href }), { minItems: 1, maxItems: 12 }),
    }),
    { maxItems: 4 },
  ),
  announcement: Type.Union(
    [Type.Object({ text: WrittenText(140), href: Type.Union([Href, Type.Null()]) }), Type.Null()],
    {
      description: 'A line above every page; null: none',
    },
  ),
  default_country: CountryCode,
  default_currency: CurrencyCode,
  copyright: Type.Union([WrittenText(200), Type.Null()], { description: 'Null: the year and the company' }),
};

/** What every page and mail says of the shop. */
export const Shop = Type.Object(
  {
    ...settings,
    company: Type.Object({
      ...ShopCompany.properties,
      email: Type.String({ description: 'Empty: nobody has said it' }),
      is_example: Type.Boolean({ description: 'No merchant has said yet who runs the shop' }),
    }),
  },
  { $id: 'Shop' },
);
export type Shop = Static<typeof Shop>;

/** What is left out stays as it is. */
export const ShopChange = Type.Partial(
  Type.Object({ ...settings, company: Type.Partial(ShopCompany, { minProperties: 1 }) }),
  { $id: 'ShopChange', additionalProperties: false, minProperties: 1 },
);
export type ShopChange = Static<typeof ShopChange>;

export const ShopPageSlug = Type.Union([
  Type.Literal('about'),
  Type.Literal('help'),
  Type.Literal('delivery'),
  Type.Literal('returns'),
  Type.Literal('privacy'),
  Type.Literal('terms'),
  Type.Literal('contact'),
  Type.Literal('accessibility'),
]);
export type ShopPageSlug = Static<typeof ShopPageSlug>;

export const ShopPageContent = Type.Object(
  {
    title: WrittenText(100),
    description: WrittenText(300, { description: 'For search engines and previews' }),
    body: Type.String({
      minLength: 1,
      maxLength: 50_000,
      'x-reads': 'text',
      description:
        'Markdown (CommonMark); HTML in it stays text. `{{shop_name}}` and the like stand for the shop’s own data',
    }),
  },
  { $id: 'ShopPageContent', additionalProperties: false },
);
export type ShopPageContent = Static<typeof ShopPageContent>;

export const ShopPageSummary = Type.Object(
  {
    slug: ShopPageSlug,
    title: Type.String(),
    description: Type.String(),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { $id: 'ShopPageSummary' },
);
export type ShopPageSummary = Static<typeof ShopPageSummary>;

export const ShopPageList = Type.Object({ items: Type.Array(ShopPageSummary) }, { $id: 'ShopPageList' });
export type ShopPageList = Static<typeof ShopPageList>;

export const ShopPage = Type.Object(
  {
    ...ShopPageSummary.properties,
    body: Type.String({ description: 'Markdown, as it was written' }),
    html: Type.String({ description: 'The body as HTML, with the shop’s data filled in' }),
    sections: Type.Array(
      Type.Object({ id: Type.String({ description: 'The anchor of its heading' }), title: Type.String() }),
    ),
  },
  { $id: 'ShopPage' },
);
export type ShopPage = Static<typeof ShopPage>;
