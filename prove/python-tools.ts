/** @file Python programs of `e2e/clients/python`, in an environment of their own beside them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, mustRun } from './run-tool.ts';

const folder = folderOf('e2e/clients/python');

/** Installs them, where they are not there yet. Gives where a program lies. */
export async function pythonTools(signal: AbortSignal): Promise<(program: string) => string> {
  const environment = join(folder, 'build/environment');
  const program = (name: string) => join(environment, 'bin', name);
  if (!existsSync(program('schemathesis'))) {
    await mustRun(['python3', '-m', 'venv', environment], { cwd: folder, signal });
    await mustRun([program('pip'), 'install', '--quiet', '--requirement', 'requirements.txt'], {
      cwd: folder,
      signal,
    });
  }
  return program;
}
