import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** What people take outside or train with. */
export const GEAR: Talk = {
  titles: {
    good: lines(`Comes along every time
      Easy to use
      Light and well thought out
      Looks good, feels good`),
    bad: lines(`Stays at home now
      Not for my kind of use
      Sent {them} back`),
  },
  short: {
    good: lines(`Comes along every weekend.
      Easy to use.
      Good fit.`),
    bad: lines(`Stays in the cupboard.
      Sent back.`),
  },
  openers: {
    good: lines(`I bought {this} {when} and have taken {them} out every week since.
      Part of my {mission} kit now, and I love {them}.
      I looked for the right {noun} for months and this is the one.
      The first time out told me that I would keep {them}.`),
    bad: lines(`I took {them} out three times, and that was enough.
      {This} went straight back.`),
  },
  suits: lines(`The {color} looks great.
    {brand} thinks of the small things.
    I chose {color} and would choose {them} again.
    Simple, and that is what I like about {them}.
    It packs away neatly.
    It goes well with the rest of my kit.`),
  misses: lines(`The {color} is a little different from what my screen showed.
    The style is not quite mine.
    {size} turned out to be the wrong choice for me.
    The finish could be cleaner.
    It takes more room than I thought.`),
  context: lines(`I have been using {them} since {when}.
    I am new to {mission} and this was a good place to start.
    I have been into {mission} for years and I am picky.
    It travelled with us all summer.
    I use it mostly at weekends.
    {Who} borrowed {them} and was slow to give {them} back.`),
};
