import { coPurchase } from './co-purchase/co-purchase.ts';
import { lightGCN } from './lightgcn/light-gcn.ts';
import type { ModelKind } from './model-kind.ts';

/** Every kind that a shop can train and serve. The first is the default. */
export const modelKinds: readonly ModelKind[] = [lightGCN, coPurchase];

/** @throws RangeError that lists the kinds */
export function modelKindNamed(name: string, kinds: readonly ModelKind[] = modelKinds): ModelKind {
  const found = kinds.find((kind) => kind.name === name);
  if (found) return found;
  throw new RangeError(
    `There is no kind of model "${name}". The kinds are ${kinds.map((kind) => kind.name).join(', ')}.`,
  );
}
