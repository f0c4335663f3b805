/** What has failed, and is left alone for a while. */
export interface RestList {
  /** How many seconds it is still to be left alone; 0: ask it. */
  secondsLeft(name: string): number;
  add(name: string, seconds: number): void;
}

export function createRestList({ most, clock }: { most: number; clock: () => Date }): RestList {
  const until = new Map<string, number>();
  return {
    secondsLeft(name) {
      const left = (until.get(name) ?? 0) - clock().getTime();
      if (left > 0) return Math.ceil(left / 1_000);
      until.delete(name);
      return 0;
    },
    add(name, seconds) {
      until.delete(name);
      until.set(name, clock().getTime() + seconds * 1_000);
      const [oldest] = until.keys();
      if (until.size > most && oldest !== undefined) until.delete(oldest);
    },
  };
}
