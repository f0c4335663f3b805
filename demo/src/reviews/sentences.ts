/** @file The sentences that a review of a kind of product may have. */
import { isClaimless } from '../catalogue/claims.ts';
import type { Kind } from '../catalogue/kind.ts';
import { CLOSERS, CONTEXT, OPENERS, type Rating, SHORT, TITLES } from './frames.ts';
import type { Talk } from './talk/talk.ts';
import { talkOf } from './talk-of.ts';

type ByRating = Record<Rating, readonly string[]>;
type Praised = Talk['titles'];

interface Sentences {
  titles: ByRating;
  short: ByRating;
  openers: ByRating;
  suits: readonly string[];
  misses: readonly string[];
  context: readonly string[];
  closers: ByRating;
}

const KNOWN = new WeakMap<Kind, Sentences>();

/** Made once a kind. */
export function sentencesOf(kind: Kind): Sentences {
  const known = KNOWN.get(kind);
  if (known !== undefined) return known;
  const talk = talkOf(kind);
  const fitting = (...pools: (readonly string[])[]) => pools.flat().filter((text) => fits(text, kind));
  const byRating = (frames: ByRating, own?: Praised): ByRating => ({
    1: fitting(frames[1], own?.bad ?? []),
    2: fitting(frames[2], own?.bad ?? []),
    3: fitting(frames[3]),
    4: fitting(frames[4], own?.good ?? []),
    5: fitting(frames[5], own?.good ?? []),
  });
  const sentences: Sentences = {
    titles: byRating(TITLES, talk.titles),
    short: byRating(SHORT, talk.short),
    openers: byRating(OPENERS, talk.openers),
    suits: fitting(talk.suits),
    misses: fitting(talk.misses),
    context: fitting(CONTEXT, talk.context),
    closers: byRating(CLOSERS),
  };
  KNOWN.set(kind, sentences);
  return sentences;
}

const isTasted = (kind: Kind): boolean => kind.department === 'pantry';

/** What has a scent has no colour or style that people talk about, and plural things are never "it". */
function fits(text: string, kind: Kind): boolean {
  if (kind.publisher && /\{(color|material|size)\}/.test(text)) return false;
  if (kind.flavours.length > 0 && !isTasted(kind) && /\{(color|material)\}|colour|style/.test(text))
    return false;
  if (kind.plural && /\b(it|one|another)\b/i.test(text.replace(/\{it\}/g, ''))) return false;
  return isClaimless(text, kind);
}
