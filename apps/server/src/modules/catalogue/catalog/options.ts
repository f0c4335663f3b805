/** Values by the code of the attribute. */
type Values = Readonly<Record<string, readonly string[]>>;

/**
 * Returns the attributes in which the products of a group differ: as few as distinguish all products, in the order of `codes`. An
 * attribute of which a product has several values is not an option.
 */
export function optionsOf(products: readonly Values[], codes: readonly string[]): string[] {
  const options: string[] = [];
  let told = 1;
  for (const code of codes) {
    if (told === products.length) break;
    if (products.some((values) => (values[code]?.length ?? 0) > 1)) continue;
    const kinds = countKinds(products, [...options, code]);
    if (kinds <= told) continue;
    options.push(code);
    told = kinds;
  }
  return options;
}

const countKinds = (products: readonly Values[], codes: readonly string[]): number =>
  new Set(products.map((values) => JSON.stringify(codes.map((code) => values[code]?.[0] ?? null)))).size;
