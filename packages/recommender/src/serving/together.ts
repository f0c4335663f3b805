interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Batches calls, for work that costs little more for several than for one: calls within one turn of the event loop are answered together at its end.
 * @param answerAll returns an answer for each call, in order
 */
export function together<Ask, Answer>(
  answerAll: (asks: readonly Ask[]) => readonly Answer[],
): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];

  function answer(): void {
    const all = waiting;
    waiting = [];
    try {
      const answers = answerAll(all.map(({ ask }) => ask));
      all.forEach(({ resolve }, index) => {
        resolve(answers[index]);
      });
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ ask, resolve, reject }) === 1) setImmediate(answer);
    });
}
