import { type Static, Type } from 'typebox';
import { AskedMoment, Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';

export const PerformanceDimension = Type.Union(
  [
    Type.Literal('slot'),
    Type.Literal('source'),
    Type.Literal('model'),
    Type.Literal('variant'),
    Type.Literal('product'),
  ],
  { description: 'The dimension by which recommendations are counted' },
);
export type PerformanceDimension = Static<typeof PerformanceDimension>;

export const PerformanceQuery = Type.Object(
  {
    by: Type.Optional(PerformanceDimension),
    since: Type.Optional(AskedMoment('The beginning of the period. By default, 30 days before its end')),
    until: Type.Optional(AskedMoment('The end of the period. By default, now')),
  },
  { additionalProperties: false },
);
export type PerformanceQuery = Static<typeof PerformanceQuery>;

const Count = (description: string) => Type.Integer({ minimum: 0, description });

export const RecommendationPerformance = Type.Object(
  {
    key: Nullable(Type.String(), {
      description:
        'The slot, source, model version, variant or product id. Null: no model had a part in the recommendation',
    }),
    exposures: Count('Items that were sent to shoppers'),
    impressions: Count('Items of which half of the card was visible for a second, or that were clicked'),
    clicks: Count('Items that were clicked'),
    carts: Count('Items that were put into a cart afterwards'),
    purchases: Count('Lines of paid orders that were bought afterwards'),
    ctr: Nullable(Type.Number({ minimum: 0 }), {
      description: 'Clicks per impression. Null: there were no impressions',
    }),
    revenue: Type.Array(Money, {
      description: 'What the purchases cost after discounts and without refunds, by currency',
    }),
  },
  { $id: 'RecommendationPerformance', description: 'What recommendations led to' },
);
export type RecommendationPerformance = Static<typeof RecommendationPerformance>;

export const PerformanceReport = Type.Object(
  {
    by: PerformanceDimension,
    since: Moment('The beginning of the period'),
    until: Moment('The end of the period, which is not part of it'),
    items: Type.Array(RecommendationPerformance, {
      description: 'The most shown first, at most 200',
    }),
  },
  { $id: 'PerformanceReport' },
);
export type PerformanceReport = Static<typeof PerformanceReport>;
