/** @file Data about each language for the search. Words are folded: without capitals and accents. */
import type { SearchLanguage } from '../../config/config.ts';
import { shadesOfColor } from './colors.ts';
import { spelledRight } from './dictionary.ts';
import { otherNumber } from './plurals.ts';
import type { Alternative } from './read-parts.ts';

export interface Language {
  readonly name: SearchLanguage;
  /** PostgreSQL's dictionary with this name. It also has the stop words. */
  readonly stemmer: `${SearchLanguage}_stem`;
  /** Stop words that PostgreSQL only recognises with their accents, which search removes first. */
  readonly foldedStopWords: readonly string[];
  /** Whether the last word names the thing, as in `floor lamp`, or the first, as in `lampe de salon`. */
  readonly isNamedLast: boolean;
  /** Words after one of these do not name the thing: `Lampe für Garten`. */
  readonly prepositions: ReadonlySet<string>;
  /** The word between the kinds that a category's name lists. */
  readonly conjunction: string;
  readonly hasDictionary: boolean;
  /** Returns the words that are in the dictionary and so need no correction; none if there is no dictionary. */
  spelledRight(words: readonly string[]): Promise<ReadonlySet<string>>;
  /** Returns the colours that the name of a family includes, or undefined if the word is no such name. */
  shadesOfColor(word: string): readonly Alternative[] | undefined;
  /** Returns the singular of a plural, or the plural of a singular, if the stemmer does not connect them. */
  otherNumber(word: string): string | undefined;
}

const wordsIn = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function language(
  name: SearchLanguage,
  {
    conjunction,
    stopWords = '',
    prepositions = '',
    isNamedLast = true,
  }: { conjunction: string; stopWords?: string; prepositions?: string; isNamedLast?: boolean },
): Language {
  return {
    name,
    stemmer: `${name}_stem`,
    foldedStopWords: wordsIn(stopWords),
    isNamedLast,
    prepositions: new Set(wordsIn(prepositions)),
    conjunction,
    hasDictionary: false,
    spelledRight: async () => new Set(),
    shadesOfColor: () => undefined,
    otherNumber: () => undefined,
  };
}

/** The stop words leave out verb forms that shoppers do not use, and words that mean something else without accents: `bár`, `été`. */
export const languages: Readonly<Record<SearchLanguage, Language>> = {
  danish: language('danish', {
    conjunction: 'og',
    stopWords: 'pa nar vaere ogsa vaeret sadan',
    prepositions: 'til med af fra i pa uden for',
  }),
  dutch: language('dutch', { conjunction: 'en', prepositions: 'voor met van uit in op zonder' }),
  english: {
    ...language('english', {
      conjunction: 'and',
      prepositions: 'for with in of to from by without',
    }),
    hasDictionary: true,
    spelledRight,
    shadesOfColor,
    otherNumber,
  },
  finnish: language('finnish', {
    conjunction: 'ja',
    stopWords:
      'etta seka mina sina han hanta tama taman tata tassa tasta tahan talla talta talle nama naiden naita mika mita missa mista milla mitka niita sita siina siita silla',
  }),
  french: language('french', { conjunction: 'et', stopWords: 'a meme etes', isNamedLast: false }),
  german: language('german', {
    conjunction: 'und',
    stopWords: 'dass fur konnen konnte uber wahrend wurde wurden',
    prepositions: 'fur mit aus von vom zum zur in im ohne',
  }),
  hungarian: language('hungarian', {
    conjunction: 'es',
    stopWords:
      'altal altalaban amig at arrol azert aztan azutan belul egyeb eleg eloszor elott en eppen ezert es igy ismet kivul kozott kozul legalabb magat mar mas masik meg mig miert neha nehany nelkul ossze o ok oket ra sajat szamara talan tehat tovabb tovabba tobb ugy ujra utan utana valo',
  }),
  italian: language('italian', { conjunction: 'e', stopWords: 'e perche piu', isNamedLast: false }),
  norwegian: language('norwegian', {
    conjunction: 'og',
    stopWords: 'pa sa na vaere a var for da',
    prepositions: 'til med av fra i pa uten for',
  }),
  portuguese: language('portuguese', {
    conjunction: 'e',
    stopWords: 'a e ja nao tambem so ate as nos voces esta estao sao',
    isNamedLast: false,
  }),
  romanian: language('romanian', { conjunction: 'si', isNamedLast: false }),
  russian: language('russian', { conjunction: 'и', prepositions: 'для с со из от без в во на по' }),
  spanish: language('spanish', {
    conjunction: 'y',
    stopWords: 'mas si tambien mi que el tu mia mio mias mios esta este estan',
    isNamedLast: false,
  }),
  swedish: language('swedish', {
    conjunction: 'och',
    stopWords: 'pa for ar da dar nagot fran nar over an har nagon at nagra sadan var sadant varfor sadana',
    prepositions: 'till med av fran i pa utan for',
  }),
};
