import { readFile } from 'node:fs/promises';
import { type Config, ConfigError } from '../config/config.ts';
import { fileProblemOf } from '../platform/file-problem.ts';

const fields = ['extensions'];

/** Returns the packages and paths in the configuration file, or none if the file does not exist. @throws ConfigError */
export async function readConfigFile({ path, isNamed }: Config['configFile']): Promise<readonly string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !isNamed) return [];
    throw new ConfigError(`The configuration file ${path} cannot be read: ${fileProblemOf(error as Error)}.`);
  }
  return extensionsIn(text, path);
}

function extensionsIn(text: string, path: string): readonly string[] {
  const refuse = (what: string): never => {
    throw new ConfigError(`The configuration file ${path} ${what}.`);
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(`is not JSON: ${(error as Error).message}`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return refuse('has to hold an object: { "extensions": ["a-package"] }');
  const unknown = Object.keys(content).find((field) => !fields.includes(field));
  if (unknown !== undefined) return refuse(`has a field “${unknown}”; it may have ${fields.join(', ')}`);
  const { extensions = [] } = content as { extensions?: unknown };
  const isList =
    Array.isArray(extensions) && extensions.every((one) => typeof one === 'string' && one !== '');
  if (!isList) return refuse('has to name packages or paths in “extensions”: ["a-package", "./a-folder"]');
  const twice = extensions.find((one, index) => extensions.indexOf(one) !== index);
  if (twice !== undefined) return refuse(`names ${twice} twice`);
  return extensions;
}
