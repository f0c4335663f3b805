/** @file What a start says on its output: to people, or one line among the JSON of the log. */
import type { DestinationStream } from 'pino';
import type { Config, LogFormat } from '../../config/config.ts';

/** A part of the start that takes time. */
export interface Stage {
  /** How much of it is done, from 0 to 1. */
  progress(share: number): void;
  /** It is done; `note` says what came of it. */
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
  /** What it listens at. */
  readonly address: string;
  readonly demo: ToldLogIns | undefined;
}

export interface StartConsole {
  readonly isForPeople: boolean;
  /** @param usualMs how long it takes on a small machine: the time left, as long as nobody knows better */
  stage(name: string, usualMs: number): Stage;
  /** A line that stays. */
  tell(sentence: string): void;
  opened(shop: OpenedShop): void;
  /** Where the log goes, with warnings told to people. */
  openLog(dataDir: string): DestinationStream;
  /** Takes away what is not finished. */
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
