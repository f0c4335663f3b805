/** @file Irregular plurals that the English stemmer does not recognise. */

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

/** Returns the singular of an irregular plural, or its plural, or undefined for other words. */
export const otherNumber = (word: string): string | undefined => other.get(word);
