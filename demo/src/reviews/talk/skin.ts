import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** What people put on their skin, take or keep in the bathroom, of which there will be another one soon. */
export const SKIN: Talk = {
  titles: {
    good: lines(`Part of my routine now
      Would order again
      Nice to use
      A little luxury
      Pretty on the shelf`),
    bad: lines(`Not my thing
      Will not reorder
      Gave {them} away`),
  },
  short: {
    good: lines(`Nice to use.
      Ordered again.
      Part of my mornings now.`),
    bad: lines(`Not my thing.
      Gave {them} away.`),
  },
  openers: {
    good: lines(`I am on my second {noun} already.
      {This} moved to the front of my shelf.
      I tried a friend's and ordered my own the same evening.
      My mornings are nicer since I have {this}.`),
    bad: lines(`I gave {them} three weeks.
      I passed {them} on to {who}.`),
  },
  suits: lines(`It feels nice to use.
    It looks good on the shelf.
    {brand} keeps things simple, which I like.
    {size} is just right for travelling.
    The packaging is lovely.
    I like that the label is easy to read.`),
  misses: lines(`{size} is less than I thought.
    I would try another one next time.
    It is nice, but not for this price.
    The packaging promises more than you get.`),
  context: lines(`I have been using {them} since {when}.
    I keep it next to the sink.
    {Who} keeps borrowing it.
    It came along on our holiday.
    I have tried several from {brand}.
    I use it mostly at weekends.`),
};
