import { join } from 'node:path';

export type ModelStatus = 'candidate' | 'active' | 'shadow' | 'retired' | 'rejected';

export interface ModelRecord {
  readonly modelVersion: string;
  readonly kind: string;
  readonly status: ModelStatus;
  readonly manifest: Record<string, unknown>;
  readonly createdAt: Date;
  readonly promotedAt: Date | null;
  readonly promotedBy: string | null;
  readonly note: string | null;
}

/** Returns `lightgcn-20261031T120000Z-1a2b3c4d`: kind, time of training, beginning of the graph's hash. */
export function modelVersionOf({
  kind,
  trainedAt,
  hash,
}: {
  kind: string;
  trainedAt: Date;
  hash: string;
}): string {
  const time = `${trainedAt.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  return `${kind}-${time}-${hash.slice(0, 8)}`;
}

/** Returns the directory of a model's artefact. Each version has its own. */
export function artefactDirectory(dataDir: string, modelVersion: string): string {
  return join(dataDir, 'models', modelVersion);
}
