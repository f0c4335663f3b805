/** What a reader makes of a text that somebody typed: the value as the shop keeps it, or why there is none. */
export type Reading = { readonly value: string } | { readonly refusal: Refusal };

export interface Refusal {
  /** Stable, for programs: `unknown-country`. */
  readonly code: string;
  /** Goes on after the name of the field: `must be an email address such as ...`. */
  readonly says: string;
}

export function refuse(code: string, says: string): { readonly refusal: Refusal } {
  return { refusal: { code, says } };
}
