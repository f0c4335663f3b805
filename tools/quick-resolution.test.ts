import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = `
const plain = [await import('drizzle-orm'), await import('drizzle-orm/pg-core'), await import('typebox/value')];
console.log(JSON.stringify(plain.map((module) => Object.keys(module).sort())));
`;

test('gives the modules that Node would give, and the same one to all who ask', async () => {
  const names = async (before: string) => {
    const source = `${before}\n${script}`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
      cwd: join(import.meta.dirname, '../apps/server'),
    });
    return JSON.parse(stdout) as string[][];
  };
  const url = new URL('./quick-resolution.ts', import.meta.url).href;
  const quick = await names(`(await import(${JSON.stringify(url)})).resolveQuickly();`);
  expect(quick).toEqual(await names(''));
  expect(quick.every((exported) => exported.length > 10)).toBe(true);
});
