/** The stages of a shelf, in order: the history and the rules are read; sources propose; items are ordered and explained; cards are read. */
export type Stage = 'history' | 'candidates' | 'ranking' | 'cards';

export type StageTimes = (stage: Stage, seconds: number) => void;

/** Returns a function to call at the end of each stage. */
export function timeStages(tell: StageTimes | undefined): (stage: Stage) => void {
  let since = performance.now();
  return (stage) => {
    const now = performance.now();
    tell?.(stage, (now - since) / 1000);
    since = now;
  };
}
