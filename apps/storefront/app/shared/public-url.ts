type RootMatch = { loaderData: { publicUrl: string } | undefined } | undefined;

/** For `meta` functions: where people reach the shop, from the root's data. */
export function publicUrlOf([root]: readonly [RootMatch, ...unknown[]]): string {
  return root?.loaderData?.publicUrl ?? '';
}
