import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** Size and hash of a file as it was written. */
const FileSeal = Type.Object({ bytes: Type.Integer({ minimum: 1 }), sha256: Sha256 });

/** The contents of `manifest.json`, for every kind of model. Older ones of LightGCN have `embedding_dim`, which the tensors show. */
const Manifest = Type.Object({
  format: Type.Literal('kindred-model/1'),
  version: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
  trained_at: Type.String(),
  code_version: Type.String(),
  /** 0. Older artefacts know users. */
  num_users: Type.Integer({ minimum: 0 }),
  num_items: Type.Integer({ minimum: 1 }),
  graph_hash: Sha256,
  config: Type.Record(Type.String(), Type.Unknown()),
  report: Type.Record(Type.String(), Type.Unknown()),
  files: Type.Object({
    'model.safetensors': FileSeal,
    /** Only in older artefacts, whose users are not read. */
    'user-ids.json': Type.Optional(FileSeal),
    'user-ids.txt': Type.Optional(FileSeal),
    /** Older artefacts have none. */
    'item-names.json': Type.Optional(FileSeal),
  }),
});
export type Manifest = Static<typeof Manifest>;

/** @throws Error that names the first field that is wrong */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`manifest.json is not JSON: ${(error as Error).message}`);
  }
  if (Value.Check(Manifest, value)) return value;
  const [issue] = Value.Errors(Manifest, value);
  throw new Error(`manifest.json: ${issue.instancePath || 'the document'} ${issue.message}`);
}
