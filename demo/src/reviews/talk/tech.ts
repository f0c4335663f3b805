import { lines } from '../lines.ts';
import type { Talk } from './talk.ts';

/** Things with a plug, a battery or a screen. */
export const TECH_TALK: Talk = {
  titles: {
    good: lines(`Works exactly as it should
      Set up in a minute
      Clever and simple
      Great in daily use
      Better than my old one`),
    bad: lines(`More trouble than help
      Clumsy in daily use
      Sent {them} back`),
  },
  short: {
    good: lines(`Works well.
      Easy to set up.
      Looks good and works well.`),
    bad: lines(`Did not work for me.
      Sent back.`),
  },
  openers: {
    good: lines(`I compared the numbers for weeks before I chose {this}.
      Set-up was over before my tea was ready.
      I bought {this} {when} and I use {them} every day.
      {This} replaced something twice as expensive.
      My old one was fine until I tried {this}.`),
    bad: lines(`I spent an evening with the manual, and that says enough.
      {This} went straight back.
      On paper this looked right.`),
  },
  suits: lines(`The {color} looks good on my desk.
    The buttons are where I expect them.
    {brand} understands design.
    The {material} feels great.
    It is quiet, which matters to me.
    It looks more expensive than it was.
    Everything about it is easy to find.`),
  misses: lines(`The manual is of little help.
    The {color} shows every fingerprint.
    It does not really match the rest of my things.
    The {material} is okay.
    The menus take some getting used to.`),
  context: lines(`I have been using {them} since {when}.
    I use it mostly for work.
    {Who} has the same one and talked me into it.
    I use it mostly at weekends.
    I am no expert and had no trouble.
    I ordered two, one for me and one for {who}.`),
};
