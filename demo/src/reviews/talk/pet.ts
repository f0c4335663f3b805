import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** What people buy for a dog or a cat. */
export const PET: Talk = {
  titles: {
    good: lines(`My pet approves
      A wagging tail
      Loved at first sniff
      Lovely {color}
      Pretty and practical`),
    bad: lines(`Ignored from day one
      Not for us
      Sent {them} back`),
  },
  short: {
    good: lines(`Loved at first sniff.
      Beautiful {color}.
      A success with both of us.`),
    bad: lines(`Ignored.
      Sent back.`),
  },
  openers: {
    good: lines(`My flatmate with four legs decided within a minute: {this} stay{s}.
      I bought {this} {when}, and there is no day without {them}.
      We went through several before we found {this}.
      Bought in {color} and {it} look{s} even better in real life.`),
    bad: lines(`One sniff, and that was that.
      {This} went straight back.`),
  },
  suits: lines(`The {color} is beautiful.
    It looks good in our home.
    The {material} feels nice.
    {brand} understands animals and their people.
    {size} is just right for us.
    I chose {color} and would choose {them} again.`),
  misses: lines(`The {color} is a little different from what my screen showed.
    {size} turned out to be the wrong choice for us.
    The finish could be cleaner.
    I would pick a different colour next time.`),
  context: lines(`I have been using {them} since {when}.
    {Who} bought the same one for her cat.
    We tried it at a friend's place first.
    It came along to the sea.
    We have a whole collection from {brand}.
    I ordered two, one for us and one for {who}.`),
};
