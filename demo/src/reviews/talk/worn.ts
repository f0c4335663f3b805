import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** What people wear or carry on them. */
export const WORN: Talk = {
  titles: {
    good: lines(`Perfect in {color}
      Lovely {color}
      My new favourite
      Fits just as it should
      I get compliments
      Pretty and comfortable`),
    bad: lines(`Did not suit me
      Looks better in the photos
      Sent {them} back`),
  },
  short: {
    good: lines(`Beautiful {color}.
      Fits perfectly.
      I wear {them} all the time.`),
    bad: lines(`Did not suit me.
      Sent back.`),
  },
  openers: {
    good: lines(`I have worn {this} nearly every day since {when}.
      I tried {them} on and did not want to take {them} off.
      Bought in {color} and {it} look{s} even better in real life.
      I looked for the right {noun} for months and this is the one.`),
    bad: lines(`{This} look{s} better in the photos.
      I wore {them} once.
      {This} went straight back.`),
  },
  suits: lines(`The {color} is beautiful.
    The {material} feels great.
    The look is exactly my style.
    It goes with everything else I own.
    {size} is just right for me.
    I chose {color} and would choose {them} again.
    In {color} it is a real eye-catcher.
    The cut is lovely.`),
  misses: lines(`The {color} is a little different from what my screen showed.
    The style is not quite mine.
    {size} turned out to be the wrong choice for me.
    It does not really match the rest of my wardrobe.
    I would pick a different colour next time.`),
  context: lines(`I wear {them} mostly at weekends.
    {Who} noticed it the same day.
    I ordered two sizes and kept {size}.
    It came along on a long weekend.
    I wore {them} to a wedding.
    {Who} has borrowed {them} twice already.`),
};
