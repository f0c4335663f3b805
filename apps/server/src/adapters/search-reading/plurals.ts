/** @file Plurals that no stemmer of English knows. */

const pairs =
  'knife knives, shelf shelves, scarf scarves, leaf leaves, loaf loaves, half halves, wolf wolves, mouse mice, goose geese, foot feet, tooth teeth, man men, woman women, child children, person people';

const other = new Map(
  pairs.split(', ').flatMap((pair) => {
    const [one = '', many = ''] = pair.split(' ');
    return [
      [one, many],
      [many, one],
    ] as const;
  }),
);

/** The singular of a plural and the other way round; undefined where the stemmer sees that they are one. */
export const otherNumber = (word: string): string | undefined => other.get(word);
