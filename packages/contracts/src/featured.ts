/** @file The slides at the top of the home page. */
import { type Static, Type } from 'typebox';
import { AskedProductId } from './id.ts';
import { AskedMoment, Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { ProductSummary } from './product.ts';
import { Href, PictureUrl, WrittenText } from './typed-text.ts';

const Kind = <Name extends string>(name: Name) =>
  Type.Literal(name, {
    description:
      '`graph`: a product and those that go with it, joined by lines. `campaign`: a text with a link, and a picture or products',
  });

const words = {
  title: WrittenText(80, { description: 'The heading' }),
  text: Type.String({ maxLength: 200, description: 'A sentence or two below it' }),
};

const campaign = {
  href: { ...Href, description: 'Where the slide leads: a path of this shop, or an https address' },
  link_text: WrittenText(40, { description: 'The words of its link' }),
};

const dates = {
  starts_at: Type.Optional(Nullable(AskedMoment('When it begins. Null or missing: it has begun'))),
  ends_at: Type.Optional(Nullable(AskedMoment('When it ends. Null or missing: never'))),
};

const closed = { additionalProperties: false } as const;

/** A slide as the shop's settings have it. */
export const FeaturedSlide = Type.Union(
  [
    Type.Object(
      {
        kind: Kind('graph'),
        ...words,
        product_id: Type.Optional(
          Nullable(AskedProductId, {
            description: 'The product in the middle. Null or missing: the page chooses one for the shopper',
          }),
        ),
        ...dates,
      },
      closed,
    ),
    Type.Object(
      {
        kind: Kind('campaign'),
        ...words,
        ...campaign,
        image_url: Type.Optional(
          Nullable(PictureUrl, {
            description: 'A picture on this host or on that of the pictures. Null or missing: the products',
          }),
        ),
        product_ids: Type.Optional(
          Type.Array(AskedProductId, { maxItems: 4, description: 'The products to show' }),
        ),
        ...dates,
      },
      closed,
    ),
  ],
  { description: 'A slide' },
);
export type FeaturedSlide = Static<typeof FeaturedSlide>;

const shown = { ends_at: Nullable(Moment('When it ends'), { description: 'Null: never' }) };

export const FeaturedItem = Type.Union(
  [
    Type.Object({
      kind: Kind('graph'),
      ...words,
      product: Nullable(ProductSummary, {
        description: 'The product in the middle. Null: the page chooses one for the shopper',
      }),
      ...shown,
    }),
    Type.Object({
      kind: Kind('campaign'),
      ...words,
      ...campaign,
      image_url: Nullable(Type.String(), { description: 'Null: the slide has no picture of its own' }),
      products: Type.Array(ProductSummary, {
        description:
          'Those that are listed. Empty: the shop named none, and a page can show the first products behind the link',
      }),
      ...shown,
    }),
  ],
  { $id: 'FeaturedItem', description: 'A slide that is on now' },
);
export type FeaturedItem = Static<typeof FeaturedItem>;

export const FeaturedList = Type.Object(
  { items: Type.Array(FeaturedItem, { description: 'In display order' }) },
  { $id: 'FeaturedList', description: 'The slides of the home page' },
);
export type FeaturedList = Static<typeof FeaturedList>;
