/**
 * @file Which links the bar shows at which width. A link without room must not be reached by Tab either, before any script runs, so the
 * server estimates the widths of the names, and the browser compares the sums with the width of the bar.
 */

/** By the width of the bar, in rem, from which a link has room. Tailwind reads the names of the classes here. */
const steps: readonly (readonly [rem: number, className: string])[] = [
  [36, '@max-[36rem]:hidden'],
  [38, '@max-[38rem]:hidden'],
  [40, '@max-[40rem]:hidden'],
  [42, '@max-[42rem]:hidden'],
  [44, '@max-[44rem]:hidden'],
  [46, '@max-[46rem]:hidden'],
  [48, '@max-[48rem]:hidden'],
  [50, '@max-[50rem]:hidden'],
  [52, '@max-[52rem]:hidden'],
  [54, '@max-[54rem]:hidden'],
  [56, '@max-[56rem]:hidden'],
  [58, '@max-[58rem]:hidden'],
  [60, '@max-[60rem]:hidden'],
  [62, '@max-[62rem]:hidden'],
  [64, '@max-[64rem]:hidden'],
  [66, '@max-[66rem]:hidden'],
  [68, '@max-[68rem]:hidden'],
  [70, '@max-[70rem]:hidden'],
  [72, '@max-[72rem]:hidden'],
  [74, '@max-[74rem]:hidden'],
  [76, '@max-[76rem]:hidden'],
  [78, '@max-[78rem]:hidden'],
  [80, '@max-[80rem]:hidden'],
  [82, '@max-[82rem]:hidden'],
  [84, '@max-[84rem]:hidden'],
  [86, '@max-[86rem]:hidden'],
  [88, '@max-[88rem]:hidden'],
  [90, '@max-[90rem]:hidden'],
  [92, '@max-[92rem]:hidden'],
  [94, '@max-[94rem]:hidden'],
  [96, '@max-[96rem]:hidden'],
  [98, '@max-[98rem]:hidden'],
  [100, '@max-[100rem]:hidden'],
  [102, '@max-[102rem]:hidden'],
  [104, '@max-[104rem]:hidden'],
  [106, '@max-[106rem]:hidden'],
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
function widthOf(name: string): number {
  let pixels = 0;
  for (const letter of name) pixels += pixelsOf(letter);
  return pixels / 16;
}

function pixelsOf(letter: string): number {
  if (/[ fijlrt.,:;'’!|()-]/.test(letter)) return 5.25;
  if (/[mwMW@%]/.test(letter)) return 13;
  if (/[a-z]/.test(letter)) return 8.25;
  return letter < '\u0250' ? 10.25 : 16;
}
