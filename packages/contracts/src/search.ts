import { type Static, Type } from 'typebox';

/** A piece of a text, in UTF-16 code units: `text.slice(start, end)`. */
export const TextRange = Type.Object({
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 1 }),
});
export type TextRange = Static<typeof TextRange>;

export const SearchReading = Type.Object(
  {
    reading: Type.Union([Type.Literal('as-typed'), Type.Literal('corrected'), Type.Literal('relaxed')], {
      description:
        '`corrected`: the catalogue does not know some of the words, so this is what `did_you_mean` finds; `relaxed`: nothing has all of them, so this has most',
    }),
    did_you_mean: Type.Union([Type.String(), Type.Null()], {
      description: 'The text in words that the catalogue knows, where that is another',
    }),
    whole_total: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      description:
        'How many of the products have all of the text, where few have and others follow that have less of it; otherwise null',
    }),
  },
  { $id: 'SearchReading', description: 'How the text was taken' },
);
export type SearchReading = Static<typeof SearchReading>;
