/**
 * Joins look-ups of concurrent requests. A look-up starts at once while fewer than `atOnce` are running; those that come meanwhile wait, and the next
 * one serves them all. So a quiet shop waits for nothing, and a busy one pays the round trip and the start of a statement once for several requests.
 * @param find returns a value for each key, in order
 * @param most the most keys of one look-up
 */
export function askTogether<Key, Value>(
  find: (keys: readonly Key[]) => Promise<readonly Value[]>,
  { atOnce = 2, most = 16 }: { atOnce?: number; most?: number } = {},
): (key: Key) => Promise<Value> {
  interface Ask {
    readonly key: Key;
    readonly resolve: (value: Value) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Ask[] = [];
  let running = 0;

  async function serve(asks: readonly Ask[]): Promise<void> {
    try {
      const values = await find(asks.map(({ key }) => key));
      asks.forEach(({ resolve }, place) => {
        resolve(values[place]!);
      });
    } catch (error) {
      for (const { reject } of asks) reject(error);
    }
  }

  function goOn(): void {
    while (running < atOnce && waiting.length > 0) {
      running++;
      void serve(waiting.splice(0, most)).finally(() => {
        running--;
        goOn();
      });
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      goOn();
    });
}
