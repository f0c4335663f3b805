/** Works on up to `width` things at once, and gives the results in the order of the things. */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<Thing>,
  width: number,
  work: (thing: Thing) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const thing of things) {
    const result = work(thing);
    // Whoever waits for it hears of its failure; until then, nobody has to.
    result.catch(() => undefined);
    running.push(result);
    if (running.length >= width) yield await running.shift()!;
  }
  while (running.length > 0) yield await running.shift()!;
}
