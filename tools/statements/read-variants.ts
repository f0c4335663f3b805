/**
 * @file Finds the possible texts of a statement without running the program. Where the program chooses, the reading repeats with
 * the other choice: it takes every choice once while all others stay at their first.
 */
import type { Expression } from 'typescript/unstable/ast';
import { createReading } from './evaluate.ts';
import type { SourceProgram } from './source-program.ts';
import { DeadEnd, type Pieces, UnreadableStatementError } from './values.ts';

const mostVariants = 60;

export interface Variants {
  /** The distinct texts; `null` stands for a parameter. */
  readonly pieces: readonly Pieces[];
  /** Statements that are values of this one. */
  readonly queries: ReadonlySet<string>;
}

/** Returns the variants of the statement that `node` evaluates to. */
export function readVariants(program: SourceProgram, node: Expression): Variants {
  const found = new Map<string, Pieces>();
  const queries = new Set<string>();
  const waiting: ReadonlyMap<string, number>[] = [new Map()];
  const isTaken = new Set<string>();
  for (let given = waiting.shift(); given; given = waiting.shift()) {
    const taken = given;
    const choose = (key: string, count: number): number => {
      for (let choice = 1; choice < count && !taken.has(key); choice++) {
        if (isTaken.has(`${key} ${choice}`)) continue;
        isTaken.add(`${key} ${choice}`);
        waiting.push(new Map([...taken, [key, choice]]));
      }
      return taken.get(key) ?? 0;
    };
    if (isTaken.size > mostVariants)
      throw new UnreadableStatementError(
        node,
        `this has more than ${mostVariants} variants: split it into two statements`,
      );
    try {
      const pieces = createReading(program, choose, queries)(node);
      found.set(JSON.stringify(pieces), pieces);
    } catch (error) {
      if (!(error instanceof DeadEnd)) throw error;
    }
  }
  return { pieces: [...found.values()], queries };
}
