/** A reader's result for a typed text: the value that the shop stores, or the reason why there is none. */
export type Reading = { readonly value: string } | { readonly refusal: Refusal };

export interface Refusal {
  /** Stable, for programs: `unknown-country`. */
  readonly code: string;
  /** Continues the name of the field: `must be an email address such as ...`. */
  readonly says: string;
}

export function refuse(code: string, says: string): { readonly refusal: Refusal } {
  return { refusal: { code, says } };
}
