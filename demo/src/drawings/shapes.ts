/** @file The few SVG elements that pictures are made of, as strings. */

export const n = (value: number): number => Math.round(value * 10) / 10;

export const el = (cx: number, cy: number, rx: number, ry: number, fill: string, extra = ''): string =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${extra}/>`;

export const rc = (x: number, y: number, w: number, h: number, r: number, fill: string, extra = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(r)}" fill="${fill}" ${extra}/>`;

export const pa = (d: string, fill: string, extra = ''): string => `<path d="${d}" fill="${fill}" ${extra}/>`;

/** A stroke with round ends, unless `extra` says otherwise. */
export const li = (d: string, stroke: string, width: number, extra = ''): string => {
  const ends = extra.includes('stroke-linecap') ? '' : ' stroke-linecap="round"';
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${ends} stroke-linejoin="round" ${extra}/>`;
};

export const gr = (content: string, extra = ''): string => `<g ${extra}>${content}</g>`;

/** Rotates about a point. */
export const turn = (degrees: number, x: number, y: number, content: string): string =>
  `<g transform="rotate(${degrees} ${x} ${y})">${content}</g>`;

export const op = (opacity: number): string => `opacity="${opacity}"`;

export const times = (count: number, draw: (index: number) => string): string => {
  let all = '';
  for (let i = 0; i < count; i++) all += draw(i);
  return all;
};
