import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** What people eat and drink. */
export const EATEN: Talk = {
  titles: {
    good: lines(`Delicious
      So much flavour
      Gone in a week
      Would order again
      A treat
      {color}: wonderful`),
    bad: lines(`Bland
      Not to my taste
      Bought better around the corner`),
  },
  short: {
    good: lines(`Delicious.
      {color} is my favourite.
      Ordered again.
      Gone too soon.`),
    bad: lines(`Bland.
      Not to my taste.`),
  },
  openers: {
    good: lines(`I opened {this} {when} and there is hardly any left.
      {This} made me reorder before the first was finished.
      We tasted {them} side by side with our usual, and this won.
      A little luxury that I can afford.`),
    bad: lines(`Nobody at our table asked for more.
      I finished {them} only because I do not throw food away.`),
  },
  suits: lines(`{color} is exactly my taste.
    It smells wonderful as soon as you open it.
    You can taste that {brand} takes care.
    It makes an ordinary day a bit special.
    The label is lovely, too.
    {size} is just right for me.`),
  misses: lines(`{color} was not what I imagined.
    I would try another kind next time.
    {size} is gone quickly.
    It tastes more ordinary than the label promises.`),
  context: lines(`I shared it with {who}.
    We had it with friends on Sunday.
    I have tried most of what {brand} makes.
    It was gone within the week.
    I keep it for slow mornings.
    I put it into a parcel for {who}.`),
};
