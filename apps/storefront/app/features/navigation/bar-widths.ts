/**
 * @file Which links the bar shows at which width. A link without room must not be reached by Tab either, before any script runs, so the
 * server estimates the widths of the names, and the browser compares the sums with the width of the bar.
 */

/** By the width of the bar, in rem, from which a link has room. Tailwind reads the names of the classes here. */
const steps: readonly (readonly [rem: number, className: string])[] = [
  [36, '@max-[36rem]:hidden'],
  [40, '@max-[40rem]:hidden'],
  [44, '@max-[44rem]:hidden'],
  [48, '@max-[48rem]:hidden'],
  [52, '@max-[52rem]:hidden'],
  [56, '@max-[56rem]:hidden'],
  [60, '@max-[60rem]:hidden'],
  [64, '@max-[64rem]:hidden'],
  [68, '@max-[68rem]:hidden'],
  [72, '@max-[72rem]:hidden'],
  [76, '@max-[76rem]:hidden'],
  [80, '@max-[80rem]:hidden'],
  [84, '@max-[84rem]:hidden'],
  [88, '@max-[88rem]:hidden'],
  [92, '@max-[92rem]:hidden'],
  [96, '@max-[96rem]:hidden'],
  [100, '@max-[100rem]:hidden'],
  [104, '@max-[104rem]:hidden'],
  [108, '@max-[108rem]:hidden'],
];

/** Between two names. */
const gap = 1.75;

/** The class of each name. A name has room if it and all names before it have. */
export function shownFrom(names: readonly string[]): string[] {
  let taken = -gap;
  return names.map((name) => {
    taken += gap + widthOf(name);
    return steps.find(([rem]) => rem >= taken)?.[1] ?? 'hidden';
  });
}

/** In rem, at least the width of the name in the size `text-sm` of Inter. */
export function widthOf(name: string): number {
  let pixels = 0;
  for (const letter of name) pixels += pixelsOf(letter);
  return pixels / 16;
}

function pixelsOf(letter: string): number {
  if (/[ fijlrt.,:;'’!|()-]/.test(letter)) return 5.5;
  if (/[mwMW@%&]/.test(letter)) return 13;
  if (/[a-z]/.test(letter)) return 8.75;
  return letter < '\u0250' ? 10.5 : 16;
}
