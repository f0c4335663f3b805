import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** Books. */
export const READ: Talk = {
  titles: {
    good: lines(`A lovely book
      Could not put {them} down
      Stays with me
      One to lend, and to get back
      Read {them} twice`),
    bad: lines(`Gave up halfway
      Not my kind of book
      Promising start, then nothing`),
  },
  short: {
    good: lines(`A lovely book.
      Read in two days.
      Already lent to {who}.`),
    bad: lines(`Gave up halfway.
      Not my kind of book.`),
  },
  openers: {
    good: lines(`I opened {this} on a Sunday morning and forgot lunch.
      {Who} pressed {this} into my hands, and I am grateful.
      I bought {this} for the cover and stayed for the rest.
      I have already given {this} to three friends.`),
    bad: lines(`I gave {them} a hundred pages.
      The first chapter promised more.`),
  },
  suits: lines(`It is exactly my kind of book.
    The cover is lovely, too.
    {brand} makes beautiful books.
    It reads easily without being simple.
    I kept reading passages aloud to {who}.
    I underlined half of it.`),
  misses: lines(`It is not quite my kind of book.
    The print is rather small.
    I had expected something else from the blurb.
    It would have been better with fifty pages less.`),
  context: lines(`I read it in bed, a chapter each evening.
    I read it on the train to work.
    We read it in our book club.
    {Who} is reading it now.
    I took it along on holiday.
    It has a place on the shelf that I can reach.`),
};
