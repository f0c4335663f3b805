/** Whether the browser sent the form without JavaScript and expects a page. Scripts expect data. */
export function wantsPage({ headers }: Request): boolean {
  return headers.get('accept')?.includes('text/html') ?? false;
}
