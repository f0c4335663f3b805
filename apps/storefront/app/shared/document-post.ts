/** A form that the browser sends by itself, without JavaScript: it wants a page. Scripts ask for data. */
export function wantsPage({ headers }: Request): boolean {
  return headers.get('accept')?.includes('text/html') ?? false;
}
