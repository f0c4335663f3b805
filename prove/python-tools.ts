/** @file Python programs of `e2e/clients/python`, in a virtual environment beside them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, mustRun } from './run-tool.ts';

const folder = folderOf('e2e/clients/python');

/** Installs the programs if they are missing. Returns a function from a program's name to its path. */
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
