import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = `
  const { default: sharp } = await import('sharp');
  const { createLettering } = await import('./lettering.ts');
  const lettered = createLettering(sharp);
  process.stdout.write(await lettered('<svg><text x="1" fill="red">Mug &amp; co</text><path d="M0 0"/></svg>'));`;

test('draws no boxes instead of letters on a machine without fonts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-fonts-'));
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>`);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    env: { ...process.env, FONTCONFIG_FILE: config },
  });
  rmSync(folder, { recursive: true });
  expect(stdout).toBe('<svg><path d="M0 0"/></svg>');
});
