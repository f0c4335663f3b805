/** @file The output of a start: for people, or one line in the JSON log. */
import type { DestinationStream } from 'pino';
import type { Config, LogFormat } from '../../config/config.ts';

/** A part of the start that takes time. */
export interface Stage {
  /** Reports the progress, from 0 to 1. */
  progress(share: number): void;
  /** Ends the stage. `note` describes the result. */
  end(note?: string): void;
}

interface ToldLogIns {
  readonly logIns: readonly {
    readonly role: 'shopper' | 'admin';
    readonly email: string;
    readonly password: string | undefined;
  }[];
  readonly areNew: boolean;
}

export interface OpenedShop {
  readonly config: Config;
  /** The address on which it listens. */
  readonly address: string;
  readonly demo: ToldLogIns | undefined;
}

export interface StartConsole {
  readonly isForPeople: boolean;
  /** @param usualMs the usual time on a small machine, for the time left until the stage reports its progress */
  stage(name: string, usualMs: number): Stage;
  /** Prints a line that stays. */
  tell(sentence: string): void;
  opened(shop: OpenedShop): void;
  /** Opens the log. Warnings are also shown to people. */
  openLog(dataDir: string): DestinationStream;
  /** Removes unfinished stages. */
  end(): void;
}

export function isForPeople(format: LogFormat | undefined, output: { readonly isTTY?: boolean }): boolean {
  return format === undefined ? output.isTTY === true : format === 'pretty';
}

export async function openStartConsole(format: LogFormat | undefined): Promise<StartConsole> {
  if (isForPeople(format, process.stdout))
    return (await import('./people-console.ts')).createPeopleConsole({ output: process.stdout });
  return (await import('./log-console.ts')).createLogConsole();
}
