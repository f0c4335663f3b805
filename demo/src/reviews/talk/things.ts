import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** Things that stand in a home and are used there. */
export const THINGS: Talk = {
  titles: {
    good: lines(`Beautiful and well made
      Pretty and practical
      Quality you can feel
      Perfect in {color}
      Lovely {color}
      Does the job well`),
    bad: lines(`Looks better than it works
      Poor quality
      Sent {them} back`),
  },
  short: {
    good: lines(`Beautiful {color}.
      Excellent quality.
      Pretty and useful.
      Works well.`),
    bad: lines(`Looks cheap in person.
      Sent back.`),
  },
  openers: {
    good: lines(`I looked for the right {noun} for months and this is the one.
      I bought {this} {when} and I use {them} all the time.
      From the moment I opened the box I knew I would keep {them}.
      I have had {this} for a few months now and {it} still make{s} me smile.
      Bought in {color} and {it} look{s} even better in real life.
      The quality is obvious the second you hold {them}.
      Well made and nicely packed.`),
    bad: lines(`{This} look{s} better in the photos.
      Nice to look at, less nice to live with.
      {This} went straight back.`),
  },
  suits: lines(`The {color} is beautiful.
    The {material} feels great.
    It suits my home perfectly.
    The look is exactly my style.
    {brand} understands design.
    It looks like it came from a little boutique.
    Simple, and that is what I like about {them}.
    I chose {color} and would choose {them} again.
    In {color} it is a real eye-catcher.
    The proportions are lovely.
    It looks even better next to my other {brand} things.`),
  misses: lines(`The {color} is a little different from what my screen showed.
    The {material} is okay.
    The style is not quite mine.
    It does not really match the rest of my things.
    The finish could be cleaner.
    I would pick a different colour next time.
    The real thing looks a bit plain.`),
  context: lines(`I have been using {them} since {when}.
    I live in a small flat, so every object has to earn its place.
    {Who} noticed it the same day.
    I use it mostly at weekends.
    I ordered two, one for me and one for {who}.
    It has a place where everybody sees it.`),
};
