/** The paths in a JSON document of keys that are not snake case, and of times that are not RFC 3339 in UTC with milliseconds. */
export function misspelt(value: unknown, path = ''): string[] {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT/.test(value) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
      ? [`${path}: ${value}`]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) || /^[a-z0-9@._-]+$/.test(key) ? [] : [`${path}/${key}`]),
    ...misspelt(inner, `${path}/${key}`),
  ]);
}
