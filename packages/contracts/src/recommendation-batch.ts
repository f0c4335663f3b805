import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';

export const NewRecommendationBatch = Type.Object(
  {
    user_ids: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 128 }), {
        minItems: 1,
        maxItems: 100_000,
        description: 'Whose shelves. Those that the shop does not know get none. Default: all people',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'The most items on a shelf' }),
    ),
  },
  { $id: 'NewRecommendationBatch', additionalProperties: false, examples: [{ limit: 20 }] },
);
export type NewRecommendationBatch = Static<typeof NewRecommendationBatch>;

export const RecommendationBatch = Type.Object(
  {
    batch_id: Uuid('The id of the job'),
    status: Type.Union(
      [
        Type.Literal('queued'),
        Type.Literal('running'),
        Type.Literal('done'),
        Type.Literal('failed'),
        Type.Literal('expired'),
      ],
      { description: '`done`: the file is complete. `expired`: the file was removed, seven days after that' },
    ),
    limit: Type.Integer({ minimum: 1, description: 'The most items on a shelf' }),
    people: Type.Integer({ minimum: 0, description: 'How many people the job is about' }),
    people_done: Type.Integer({ minimum: 0, description: 'How many of them it has come to' }),
    shelves: Type.Integer({ minimum: 0, description: 'How many shelves are in the file' }),
    items: Type.Integer({ minimum: 0, description: 'How many items are on them' }),
    file_bytes: Type.Integer({ minimum: 0, description: 'The size of the file so far' }),
    model_version: Nullable(Type.String(), {
      description:
        'The model of all shelves of the file, also if another becomes active meanwhile. Null: the job has not begun, or no model was active',
    }),
    failure: Nullable(Type.String(), { description: 'Why the job failed. Null: it did not' }),
    created_at: Moment('When it was ordered'),
    started_at: Nullable(Moment('When it began. Null: it has not')),
    finished_at: Nullable(Moment('When it ended. Null: it has not')),
  },
  { $id: 'RecommendationBatch', description: 'A job that writes the shelves of many people into a file' },
);
export type RecommendationBatch = Static<typeof RecommendationBatch>;
