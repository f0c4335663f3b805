import { type Static, Type } from 'typebox';
import { FeaturedSlide } from './featured.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { Signals, SignalsChange } from './signal.ts';
import { CountryCode, CurrencyCode, Email, Href, PictureUrl, WrittenText } from './typed-text.ts';

const line = (maxLength: number, description: string) => Type.String({ maxLength, description });

/** The company behind the shop, with the details that the law requires. */
export const ShopCompany = Type.Object({
  legal_name: WrittenText(200, { description: 'The registered name' }),
  line1: line(200, 'Street and number'),
  line2: line(200, 'More about the address'),
  postal_code: line(20, 'In the country’s spelling'),
  city: line(100, 'Town or city'),
  region: line(100, 'State, province or county'),
  country: CountryCode,
  register_number: line(100, 'The number in the commercial register'),
  vat_number: line(40, 'The VAT number'),
  email: { ...Email, description: 'The address for shoppers’ mails' },
  phone: line(40, 'The number for shoppers’ calls'),
  opening_hours: line(200, 'The opening hours'),
});
export type ShopCompany = Static<typeof ShopCompany>;

export const SocialNetwork = Type.Union(
  [
    Type.Literal('bluesky'),
    Type.Literal('facebook'),
    Type.Literal('instagram'),
    Type.Literal('linkedin'),
    Type.Literal('mastodon'),
    Type.Literal('pinterest'),
    Type.Literal('tiktok'),
    Type.Literal('x'),
    Type.Literal('youtube'),
  ],
  { description: 'The network' },
);
export type SocialNetwork = Static<typeof SocialNetwork>;

const settings = {
  name: WrittenText(60, { description: 'The shop’s name' }),
  tagline: line(120, 'The shop in a few words'),
  description: line(300, 'The shop’s description, for search engines and previews'),
  logo_url: Nullable(PictureUrl, {
    description: 'A picture on this host or on that of the pictures. Null: the drawn logo and the name',
  }),
  social_links: Type.Array(
    Type.Object({
      network: SocialNetwork,
      url: Type.String({
        maxLength: 300,
        pattern: '^https://\\S+$',
        description: 'The shop’s page on the network',
      }),
    }),
    { maxItems: 9, description: 'The shop’s pages on social networks, each network once' },
  ),
  footer_groups: Type.Array(
    Type.Object({
      title: WrittenText(40, { description: 'The heading of the links' }),
      links: Type.Array(Type.Object({ name: WrittenText(60, { description: 'The text' }), href: Href }), {
        minItems: 1,
        maxItems: 12,
        description: 'In display order',
      }),
    }),
    { maxItems: 4, description: 'Groups of links in the footer' },
  ),
  announcement: Nullable(
    Type.Object({
      text: WrittenText(140, { description: 'The text' }),
      href: Nullable(Href, { description: 'The link’s target. Null: no link' }),
    }),
    { description: 'A line above every page. Null: none' },
  ),
  default_country: { ...CountryCode, description: 'The destination, unless the shopper chooses another' },
  default_currency: { ...CurrencyCode, description: 'The currency of new products' },
  copyright: Nullable(WrittenText(200), {
    description: 'The last line of every page. Null: the year and the company',
  }),
};

const recommendationRules = {
  attribution_days: Type.Integer({
    minimum: 1,
    maximum: 90,
    description: 'How many days after a click or an impression a purchase belongs to the recommendation',
  }),
  retention_months: Type.Integer({
    minimum: 3,
    maximum: 120,
    description: 'How many months the shop keeps what it recommended and what visitors did',
  }),
};
const aboutRules = 'What the shop remembers of its recommendations, and what it makes them from';

export const Shop = Type.Object(
  {
    ...settings,
    company: Type.Object(
      {
        ...ShopCompany.properties,
        email: Type.String({ description: 'Empty: not set' }),
        is_example: Type.Boolean({ description: 'Whether the merchant has not named the company yet' }),
      },
      { description: 'The company behind the shop' },
    ),
    recommendations: Type.Object({ ...recommendationRules, signals: Signals }, { description: aboutRules }),
  },
  { $id: 'Shop', description: 'The shop’s data for every page and mail' },
);
export type Shop = Static<typeof Shop>;

export const ShopChange = Type.Partial(
  Type.Object({
    ...settings,
    featured: Nullable(Type.Array(FeaturedSlide, { maxItems: 6 }), {
      description:
        'The slides at the top of the home page, in display order. `GET /featured` returns those that are on. Null: the slides that come with the shop',
    }),
    company: Type.Partial(ShopCompany, { minProperties: 1, description: 'The company behind the shop' }),
    recommendations: Type.Partial(Type.Object({ ...recommendationRules, signals: SignalsChange }), {
      minProperties: 1,
      description: aboutRules,
    }),
  }),
  {
    $id: 'ShopChange',
    additionalProperties: false,
    minProperties: 1,
    description: 'Missing fields stay unchanged',
    examples: [
      {
        name: 'Fern & Co',
        company: { legal_name: 'Fern & Co Ltd', country: 'GB' },
        announcement: { text: 'Closed on Monday', href: '/contact' },
        featured: [
          { kind: 'graph', title: 'Ferns and friends', text: 'They belong together.' },
          {
            kind: 'campaign',
            title: 'Spring',
            text: 'New leaves, and pots to go with them.',
            href: '/new',
            link_text: 'See what is new',
            product_ids: [1],
            ends_at: '2099-06-01T00:00:00.000Z',
          },
        ],
      },
    ],
  },
);
export type ShopChange = Static<typeof ShopChange>;

export const ShopPageSlug = Type.Union(
  [
    Type.Literal('about'),
    Type.Literal('help'),
    Type.Literal('delivery'),
    Type.Literal('returns'),
    Type.Literal('privacy'),
    Type.Literal('terms'),
    Type.Literal('contact'),
    Type.Literal('accessibility'),
  ],
  { description: 'The name of the page' },
);
export type ShopPageSlug = Static<typeof ShopPageSlug>;

export const ShopPageContent = Type.Object(
  {
    title: WrittenText(100, { description: 'The heading of the page' }),
    description: WrittenText(300, { description: 'For search engines and previews' }),
    body: Type.String({
      minLength: 1,
      maxLength: 50_000,
      'x-reads': 'text',
      description:
        'Markdown (CommonMark); HTML in it stays text. Placeholders such as `{{shop_name}}` stand for the shop’s own data',
    }),
  },
  {
    $id: 'ShopPageContent',
    additionalProperties: false,
    examples: [{ title: 'About us', description: 'Who we are.', body: 'We are {{legal_name}}.' }],
  },
);
export type ShopPageContent = Static<typeof ShopPageContent>;

export const ShopPageSummary = Type.Object(
  {
    slug: ShopPageSlug,
    title: Type.String({ description: 'The heading of the page' }),
    description: Type.String({ description: 'For search engines and previews' }),
    updated_at: Moment('When it was last saved'),
  },
  { $id: 'ShopPageSummary', description: 'A page about the shop, without its text' },
);
export type ShopPageSummary = Static<typeof ShopPageSummary>;

export const ShopPageList = Type.Object(
  { items: Type.Array(ShopPageSummary, { description: 'All pages' }) },
  { $id: 'ShopPageList' },
);
export type ShopPageList = Static<typeof ShopPageList>;

export const ShopPage = Type.Object(
  {
    ...ShopPageSummary.properties,
    body: Type.String({ description: 'The Markdown source' }),
    html: Type.String({ description: 'The body as HTML, with the shop’s data filled in' }),
    sections: Type.Array(
      Type.Object({
        id: Type.String({ description: 'The anchor of its heading' }),
        title: Type.String({ description: 'Its heading' }),
      }),
      { description: 'The sections' },
    ),
  },
  { $id: 'ShopPage', description: 'A page about the shop' },
);
export type ShopPage = Static<typeof ShopPage>;
