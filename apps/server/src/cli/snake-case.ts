/** The same JSON with `modelVersion` as `model_version`, at any depth. Keys have to be words of ours: a name from outside is a value. */
export function inSnakeCase(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(inSnakeCase);
  if (document === null || typeof document !== 'object' || document instanceof Date) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [
      key.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(value),
    ]),
  );
}
