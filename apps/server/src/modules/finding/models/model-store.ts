import { join } from 'node:path';

/** Where the artefacts of models lie: one directory a version. */
export function artefactDirectory(dataDir: string, modelVersion: string): string {
  return join(dataDir, 'models', modelVersion);
}
