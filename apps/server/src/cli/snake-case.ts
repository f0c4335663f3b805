/** Returns the same JSON with `model_version` for `modelVersion`, at any depth. Keys must be our own words; names from outside must be values. */
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
