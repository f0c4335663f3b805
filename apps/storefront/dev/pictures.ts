/** @file Simple drawn pictures for the fixtures: one shape a kind, on a ground of its own. */
const grounds = ['e9e2d3', 'd9e1dc', 'efdcd0', 'd8dee8', 'e6dbe4', 'ece6c9', 'dfe6d6', 'e3dfda'];
const inks = ['33475b', '7a3e2b', '35523f', 'a4532f', '4b3d63', '8a6a1f', '2f3a3a', '7b8a6a'];

const shapes: Record<string, string> = {
  mug: '<path d="M120 130h130v120a36 36 0 0 1-36 36h-58a36 36 0 0 1-36-36z"/><path d="M250 155h20a38 38 0 0 1 0 76h-20" fill="none" stroke="INK" stroke-width="18"/>',
  pan: '<ellipse cx="175" cy="215" rx="95" ry="70"/><rect x="255" y="196" width="120" height="26" rx="13"/>',
  lamp: '<path d="M130 110h140l36 100H94z"/><rect x="194" y="210" width="12" height="80"/><rect x="150" y="284" width="100" height="14" rx="7"/>',
  book: '<rect x="120" y="90" width="160" height="220" rx="8"/><rect x="142" y="90" width="8" height="220" fill="#fff" opacity=".35"/>',
  pen: '<path d="M110 290l20-60L270 90l40 40-140 140z"/><path d="M110 290l14-42 28 28z" fill="#fff" opacity=".5"/>',
  tent: '<path d="M200 90l130 200H70z"/><path d="M200 150l44 140h-88z" fill="#fff" opacity=".35"/>',
  bottle:
    '<rect x="155" y="140" width="90" height="170" rx="22"/><rect x="175" y="90" width="50" height="42" rx="8"/>',
  headphones:
    '<path d="M100 230v-30a100 100 0 0 1 200 0v30" fill="none" stroke="INK" stroke-width="20"/><rect x="84" y="215" width="50" height="90" rx="22"/><rect x="266" y="215" width="50" height="90" rx="22"/>',
  plant:
    '<path d="M140 220h120l-16 90h-88z"/><path d="M200 220c-60-20-70-80-50-120 40 20 55 70 50 120zm0 0c0-60 20-100 70-110 0 60-20 100-70 110z" opacity=".75"/>',
  knit: '<path d="M150 100h100l70 40-20 60-30-10v120H130V190l-30 10-20-60z"/>',
};

export function pictureUrl(shape: string, seed: number, view: number): string {
  return `/media/drawn/${shape}-${seed}-${view}.svg`;
}

export function drawFixturePicture(name: string): string {
  const [shape = '', seed = '0', view = '0'] = name.split('-');
  const ground = grounds[(Number(seed) * 3 + Number(view)) % grounds.length];
  const ink = `#${inks[(Number(seed) * 5) % inks.length]}`;
  const turn =
    Number(view) === 0
      ? ''
      : ` transform="rotate(${Number(view) * 7 - 14} 200 200) scale(${Number(view) === 3 ? 1.3 : 1})"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="800" height="800"><rect width="400" height="400" fill="#${ground}"/><ellipse cx="200" cy="312" rx="110" ry="12" fill="#000" opacity=".1"/><g fill="${ink}"${turn}>${(shapes[shape] ?? '').replaceAll('INK', ink)}</g></svg>`;
}
