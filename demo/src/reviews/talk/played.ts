import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** Games, puzzles and instruments. */
export const PLAYED: Talk = {
  titles: {
    good: lines(`So much fun
      A hit at our table
      Hours of joy
      Hard to stop
      Beautifully made`),
    bad: lines(`More fun on the box
      Played once
      Back in the cupboard`),
  },
  short: {
    good: lines(`So much fun.
      We play {them} every week.
      Hours of joy.`),
    bad: lines(`Played once.
      Not for us.`),
  },
  openers: {
    good: lines(`{This} came out of the box on Friday and has not gone back.
      I bought {this} for a rainy weekend, and now I hope for rain.
      I have had {this} since {when} and {it} still surprise{s} me.
      {Who} laughed at me for buying {this}, and now we share {them}.`),
    bad: lines(`We gave {them} three evenings.
      {This} went straight back.`),
  },
  suits: lines(`It is exactly my kind of fun.
    The details are lovely.
    {brand} knows what makes people smile.
    It looks good on the shelf, too.
    It is easy to begin and hard to stop.
    Everything has its place in the box.`),
  misses: lines(`It is not quite our kind of fun.
    The box takes a lot of room.
    I would pick another one next time.
    It is nice, but we do not reach for it often.`),
  context: lines(`We had it out on Sunday with friends.
    I am new to {mission} and this was a good place to start.
    {Who} wants one now.
    It travelled with us all summer.
    It comes out mostly at weekends.
    I saw {who} try it first.`),
};
