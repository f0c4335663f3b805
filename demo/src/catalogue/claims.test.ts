import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../reviews/sentences.ts';
import { isClaimless } from './claims.ts';
import { describeProduct } from './describe-product.ts';
import type { Kind } from './kind.ts';
import { KINDS, kindIndex } from './kinds/index.ts';
import { makeCatalogue } from './product.ts';

const textsOf = (kind: Kind): string[] => {
  const { titles, short, openers, suits, misses, context, closers } = sentencesOf(kind);
  const rated = [titles, short, openers, closers].flatMap((pool) => Object.values(pool).flat());
  return [...rated, suits, misses, context, kind.praise, kind.gripes].flat();
};
const kindOf = (id: string): Kind => KINDS[kindIndex(id)]!;

describe('what the demo says', () => {
  it('of a kind in reviews claims nothing that it must not claim of this kind', () => {
    const claimed = KINDS.flatMap((kind) =>
      textsOf(kind)
        .filter((text) => !isClaimless(text, kind))
        .map((text) => `${kind.id}: ${text}`),
    );
    expect(claimed).toEqual([]);
  });

  it('claims nothing of the kind in descriptions and features either', () => {
    const claimed = makeCatalogue(4000, 7).flatMap((product) => {
      const { description, features } = describeProduct(product, 7);
      return [...description, ...features].filter((text) => !isClaimless(text, product.kind));
    });
    expect(claimed).toEqual([]);
  });

  it('knows an unsafe claim when it reads one', () => {
    const unsafe = {
      helmet: ['We chose EPS because it ages well.', 'It gets better with use.', 'Rotational impact liner'],
      plush: ['{size} tall, safe from birth', 'Sturdy enough for a childhood.'],
      candle: ['Reuse the vessel as a tumbler'],
      toolbox: ['It is sturdy enough to stand on.'],
      vitamins: ['I sleep better since I started.'],
      powerbank: ['Airline safe'],
    };
    for (const [id, texts] of Object.entries(unsafe))
      for (const text of texts) expect(`${text} ${isClaimless(text, kindOf(id))}`).toBe(`${text} false`);
    expect(isClaimless('It gets better with use.', kindOf('wallet'))).toBe(true);
  });

  it('of each kind has several sentences for each part and each rating', () => {
    for (const kind of KINDS) {
      const { titles, short, openers, suits, misses, context, closers } = sentencesOf(kind);
      for (const pool of [suits, misses, context])
        expect([kind.id, pool.length >= 3]).toEqual([kind.id, true]);
      for (const pool of [titles, short, openers, closers])
        for (const texts of Object.values(pool))
          expect([kind.id, texts.length >= 3]).toEqual([kind.id, true]);
    }
  });

  it('of a soap speaks of no finish, of a novel of no colour, of boots never as "it"', () => {
    expect(textsOf(kindOf('soap')).join(' ')).not.toMatch(/finish|things that cost twice/);
    expect(textsOf(kindOf('novel')).join(' ')).not.toMatch(/\{color\}|colour|everything else I own/);
    const { suits, misses, context } = sentencesOf(kindOf('boot'));
    expect([...suits, ...misses, ...context].join(' ')).not.toMatch(/\b[Ii]t\b(?! (came|was))/);
  });
});
