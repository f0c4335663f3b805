import { stripVTControlCharacters } from 'node:util';

const lineIsCleared = '\r\x1b[2K';

/** Returns every line that a terminal has shown, including every state of an overwritten line. */
export function everyLine(raw: string): string[] {
  return raw.split(/\r?\n/).flatMap((line) => line.split(lineIsCleared).map(stripVTControlCharacters));
}

/** Returns the terminal's final lines. */
export function lastScreen(raw: string): string[] {
  return raw.split(/\r?\n/).map((line) => stripVTControlCharacters(line.split(lineIsCleared).at(-1)!));
}

const isSql = /\b(select|insert into|update \w+ set|delete from|create (table|index)|alter table)\b/i;

/** Returns a sentence for each line that is not meant for people. */
export function strangeLines(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => [
    ...(/^\s*[{[]/.test(line) ? [`a line of JSON: ${line}`] : []),
    ...(isSql.test(line) ? [`a line of SQL: ${line}`] : []),
    ...([...line].length > columns ? [`a line of more than ${columns} columns: ${line}`] : []),
  ]);
}

/** Returns the parts that a user needs after a start and that are missing. */
export function missingParts(screen: string, { url, dataDir }: { url: string; dataDir: string }): string[] {
  const wanted: Record<string, string | RegExp> = {
    'the address': `${url} `,
    'the API manual': `${url}/api/v1/docs`,
    'the outbox': `${url}/outbox`,
    'the log-in of the shopper': /shopper@demo\.example +[a-z2-9]{4}(-[a-z2-9]{4}){3}/,
    'the log-in of the admin': /admin@demo\.example +[a-z2-9]{4}(-[a-z2-9]{4}){3}/,
    'how to see the log-ins again': 'npm run -s kindred -- demo-accounts',
    'the data folder': dataDir,
    'how to stop': 'Ctrl-C',
  };
  return Object.entries(wanted).flatMap(([name, part]) =>
    (typeof part === 'string' ? screen.includes(part) : part.test(screen)) ? [] : [name],
  );
}
