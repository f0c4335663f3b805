/** @file How tests start one of our programs: a third of the CPU seconds that Node takes without the hook. */

const quickStart = new URL('../../../../../tools/quick-start.ts', import.meta.url).href;

/** For `process.execPath`. */
export function programArguments(script: string, ...given: string[]): string[] {
  return ['--import', quickStart, script, ...given];
}
