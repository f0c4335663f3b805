import { type Static, Type } from 'typebox';
import { Moment } from './moment.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
import { WrittenText } from './typed-text.ts';

export const SynonymGroupContent = Type.Object(
  {
    words: Type.Array(WrittenText(60, { description: 'One to four words: `running shoe`' }), {
      minItems: 2,
      maxItems: 20,
      description:
        'No two read the same: `raincoats` and `rain coat` do, with capitals and accents or without',
    }),
  },
  {
    $id: 'SynonymGroupContent',
    additionalProperties: false,
    description: 'What shoppers call alike: who searches for one entry finds the others too',
    examples: [{ words: ['kettle', 'water boiler'] }],
  },
);
export type SynonymGroupContent = Static<typeof SynonymGroupContent>;

export const SynonymGroup = Type.Object(
  {
    synonyms_id: Type.Integer({ minimum: 1, description: 'Names the group' }),
    words: Type.Array(Type.String(), { description: 'Its entries' }),
    updated_at: Moment('When it was last changed'),
  },
  { $id: 'SynonymGroup', description: 'Entries that search takes for one another' },
);
export type SynonymGroup = Static<typeof SynonymGroup>;

export const SynonymQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 60, description: 'Only groups of which one entry has these words' }),
    ),
    limit: Limit(100, 25),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type SynonymQuery = Static<typeof SynonymQuery>;

export const SynonymList = Type.Object(
  {
    items: Type.Array(SynonymGroup, { description: 'In the order in which they were made' }),
    next_cursor: NextCursor,
  },
  { $id: 'SynonymList' },
);
export type SynonymList = Static<typeof SynonymList>;
