import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** What parents buy for their children. */
export const CHILD: Talk = {
  titles: {
    good: lines(`Such a lovely present
      So sweet
      A favourite at our house
      Lovely {color}
      Sweet and simple`),
    bad: lines(`Pretty, but not for us
      Left in the box
      Sent {them} back`),
  },
  short: {
    good: lines(`So sweet.
      A lovely present.
      A favourite at our house.`),
    bad: lines(`Not for us.
      Sent back.`),
  },
  openers: {
    good: lines(`We got {this} as a present, and bought a second for our cousins.
      {This} {is} as sweet as in the pictures.
      Bought in {color} and {it} look{s} even better in real life.
      Everybody at the baby shower wanted to know where {this} came from.`),
    bad: lines(`{This} look{s} better in the photos.
      We tried {them} for a week.
      {This} went straight back.`),
  },
  suits: lines(`The {color} is beautiful.
    The {material} feels nice.
    {brand} makes such sweet things.
    I chose {color} and would choose {them} again.
    It looks good in the nursery.
    Simple, and that is what I like about {them}.`),
  misses: lines(`The {color} is a little different from what my screen showed.
    The real thing looks a bit plain.
    I would pick a different colour next time.
    The finish could be cleaner.`),
  context: lines(`It was a present from {who}.
    I bought it for a baby shower.
    We have had it since {when}.
    {Who} asked where I found it.
    I wrapped it for my niece.
    It is our first from {brand}.`),
};
