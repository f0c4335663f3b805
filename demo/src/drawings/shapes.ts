/** @file The few SVG elements that pictures are made of, as strings. */

/** Rounds a coordinate. Pictures need no more decimals. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, extra = ''): string =>
  `<ellipse cx="${tenths(cx)}" cy="${tenths(cy)}" rx="${tenths(rx)}" ry="${tenths(ry)}" fill="${fill}" ${extra}/>`;

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
  extra = '',
): string =>
  `<rect x="${tenths(x)}" y="${tenths(y)}" width="${tenths(width)}" height="${tenths(height)}" rx="${tenths(radius)}" fill="${fill}" ${extra}/>`;

export const path = (d: string, fill: string, extra = ''): string =>
  `<path d="${d}" fill="${fill}" ${extra}/>`;

/** A line with round ends, unless `extra` says otherwise. */
export const stroke = (d: string, colour: string, width: number, extra = ''): string => {
  const ends = extra.includes('stroke-linecap') ? '' : ' stroke-linecap="round"';
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${ends} stroke-linejoin="round" ${extra}/>`;
};

export const group = (content: string, extra = ''): string => `<g ${extra}>${content}</g>`;

/** Rotates about a point. */
export const turn = (degrees: number, x: number, y: number, content: string): string =>
  `<g transform="rotate(${degrees} ${x} ${y})">${content}</g>`;

/** For `extra`. */
export const opacity = (share: number): string => `opacity="${share}"`;

export const times = (count: number, draw: (index: number) => string): string => {
  let all = '';
  for (let i = 0; i < count; i++) all += draw(i);
  return all;
};
