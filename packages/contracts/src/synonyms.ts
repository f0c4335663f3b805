import { type Static, Type } from 'typebox';
import { WrittenText } from './typed-text.ts';

/** What shoppers call alike: who searches for one entry finds the others too. */
export const SynonymGroupContent = Type.Object(
  {
    words: Type.Array(WrittenText(60, { description: 'One to four words: `running shoe`' }), {
      minItems: 2,
      maxItems: 20,
      description:
        'No two read the same: `raincoats` and `rain coat` do, with capitals and accents or without',
    }),
  },
  { $id: 'SynonymGroupContent', additionalProperties: false },
);
export type SynonymGroupContent = Static<typeof SynonymGroupContent>;

export const SynonymGroup = Type.Object(
  {
    synonyms_id: Type.Integer({ minimum: 1 }),
    words: Type.Array(Type.String()),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { $id: 'SynonymGroup' },
);
export type SynonymGroup = Static<typeof SynonymGroup>;

export const SynonymQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 60, description: 'Only groups of which one entry has these words' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type SynonymQuery = Static<typeof SynonymQuery>;

export const SynonymList = Type.Object(
  {
    items: Type.Array(SynonymGroup, { description: 'In the order in which they were made' }),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'SynonymList' },
);
export type SynonymList = Static<typeof SynonymList>;
