/** Returns a path of this site. For any other address it returns `otherwise`. */
export function safeReturnPath(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || !text.startsWith('/')) return otherwise;
  const url = new URL('http://shop.invalid');
  try {
    const target = new URL(text, url);
    // `/..//evil.example` resolves to the path `//evil.example`, which a browser reads as another host.
    const isHere = target.origin === url.origin && !target.pathname.startsWith('//');
    return isHere ? target.pathname + target.search : otherwise;
  } catch {
    return otherwise;
  }
}
