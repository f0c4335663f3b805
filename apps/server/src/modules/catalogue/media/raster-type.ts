const signatures: readonly (readonly [type: string, form: RegExp])[] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['avif', /^.{4}ftyp(avif|avis|mif1|msf1)/s],
];

/**
 * Detects the format from the first bytes, if it is one of the formats of product pictures. No other file may reach a decoder: image
 * libraries read many formats, and some of them (SVG, PDF) can refer to other files.
 */
export function rasterTypeOf(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 16);
  return signatures.find(([, form]) => form.test(start))?.[0];
}
