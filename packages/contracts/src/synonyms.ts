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
        'No two entries may be equal for search: `raincoats` and `rain coat` are, regardless of capitals and accents',
    }),
  },
  {
    $id: 'SynonymGroupContent',
    additionalProperties: false,
    description: 'Entries that shoppers use for the same thing: a search for one also finds the others',
    examples: [{ words: ['kettle', 'water boiler'] }],
  },
);
export type SynonymGroupContent = Static<typeof SynonymGroupContent>;

export const SynonymGroup = Type.Object(
  {
    synonyms_id: Type.Integer({ minimum: 1, description: 'The id of the group' }),
    words: Type.Array(Type.String(), { description: 'Its entries' }),
    updated_at: Moment('When it was last changed'),
  },
  { $id: 'SynonymGroup', description: 'Entries that search treats as the same' },
);
export type SynonymGroup = Static<typeof SynonymGroup>;

export const SynonymQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 60, description: 'Only groups with an entry that contains these words' }),
    ),
    limit: Limit(100, 25),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type SynonymQuery = Static<typeof SynonymQuery>;

export const SynonymList = Type.Object(
  {
    items: Type.Array(SynonymGroup, { description: 'The oldest first' }),
    next_cursor: NextCursor,
  },
  { $id: 'SynonymList' },
);
export type SynonymList = Static<typeof SynonymList>;
