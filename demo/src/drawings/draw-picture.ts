/** @file From a spec to a complete SVG: chooses the view, lights it, places the product. */
import { KINDS } from '../catalogue/kinds/index.ts';
import { PALETTES } from '../catalogue/palettes.ts';
import { formatSpec, type PictureSpec, parseSpec, VIEWS } from '../catalogue/picture-spec.ts';
import { hashOf } from '../random.ts';
import type { Archetype } from './archetype.ts';
import { ARCHETYPES } from './archetypes.ts';
import { backdropColour, evening, studio } from './backdrops.ts';
import { Definitions, Pen } from './pen.ts';
import { SCENES } from './scenes.ts';
import { group, rect, tenths } from './shapes.ts';

const COLOURS_OF = new Map<string, string[]>();
for (const kind of KINDS) {
  const list = kind.flavours.length > 0 ? kind.flavours : PALETTES[kind.palette];
  if (!COLOURS_OF.has(kind.picture))
    COLOURS_OF.set(
      kind.picture,
      list.map((colour) => colour.hex),
    );
}

const svg = (defs: Definitions, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800">${defs}${content}</svg>`;

/** Puts a drawing whose foot is at (400, 650) somewhere else, smaller. */
const stand = (content: string, x: number, y: number, scale: number, extra = ''): string =>
  `<g transform="translate(${tenths(x)} ${tenths(y)}) scale(${scale}) translate(-400 -650)" ${extra}>${content}</g>`;

const about = (content: string, x: number, y: number, scale: number): string =>
  `<g transform="translate(${tenths(x)} ${tenths(y)}) scale(${scale}) translate(-400 -400)">${content}</g>`;

/** Two other colours that this kind of thing is sold in. */
function siblings(archetype: string, main: string, seed: number): [string, string] {
  const palette = COLOURS_OF.get(archetype) ?? [];
  const others = palette.filter((hex) => hex !== main);
  if (others.length < 2) return ['8f9b86', 'b98363'];
  const first = seed % others.length;
  return [others[first]!, others[(first + 1 + (seed % (others.length - 1))) % others.length]!];
}

const sized = (archetype: Archetype, pen: Pen): string => {
  const size = archetype.size ?? 1;
  return size === 1 ? archetype.draw(pen) : stand(archetype.draw(pen), 400, 650 + (size - 1) * 60, size);
};

/** `setting`: where the scene and its company get their looks from. */
function drawScene(
  spec: PictureSpec,
  { archetype, defs, setting = spec }: { archetype: Archetype; defs: Definitions; setting?: PictureSpec },
): string {
  const scene = SCENES[archetype.scene];
  const scale = scene.scale * (archetype.scale ?? 1);
  const pen = new Pen(spec, defs);
  const behind = scene.draw(new Pen(setting, defs));
  if (!scene.stands) return behind + about(archetype.draw(pen), 400, scene.floor, scale);
  const names = (archetype.with ?? []).filter((name) => ARCHETYPES.has(name));
  const company = names.slice(0, 2).map((name, place) => {
    const other = ARCHETYPES.get(name)!;
    const [tone] = siblings(name, spec.main, setting.seed + place);
    const prop = new Pen(
      { ...setting, archetype: name, main: tone, seed: setting.seed + place + 1, pieces: undefined },
      defs,
    );
    const left = (setting.seed & 1) === place;
    const size = scale * (other.scale ?? 1) * 0.62;
    return stand(
      other.draw(prop),
      left ? 168 : 640,
      scene.floor - 34,
      tenths(size * 100) / 100,
      pen.blur(1.6),
    );
  });
  return (
    behind +
    company.join('') +
    stand(archetype.draw(pen), 400 + (names.length === 0 ? 0 : 8), scene.floor, tenths(scale * 100) / 100)
  );
}

/** How a shopper held the camera, and the light in the room. */
const SNAPSHOTS = [
  { turn: -2.6, zoom: 1.2, x: 410, y: 372, light: '#ffb45a' },
  { turn: 1.9, zoom: 1.32, x: 380, y: 330, light: '#8fb4e8' },
  { turn: -1.4, zoom: 1.14, x: 420, y: 394, light: '#ffe2a8' },
  { turn: 3, zoom: 1.24, x: 392, y: 356, light: '#e8a08a' },
  { turn: -3.2, zoom: 1.4, x: 405, y: 310, light: '#9fc7b0' },
] as const;

/** The same thing in the home of one shopper: another room and other company, a little askew, in its light. */
function drawSnapshot(spec: PictureSpec, archetype: Archetype, defs: Definitions): string {
  const number = spec.view - VIEWS.home;
  const { turn, zoom, x, y, light } = SNAPSHOTS[number]!;
  const setting = { ...spec, seed: (spec.seed + 11 * (number + 1)) % 100_000 };
  const scene = drawScene(spec, { archetype, defs, setting });
  const shade = new Pen(spec, defs).radial(
    [
      [0, light, 0.04],
      [0.6, light, 0.12],
      [1, '#20161c', 0.34],
    ],
    0.4,
    0.4,
    0.85,
  );
  return (
    group(scene, `transform="translate(${x} ${y}) rotate(${turn}) scale(${zoom}) translate(-400 -400)"`) +
    rect(0, 0, 800, 800, 0, shade)
  );
}

function drawGroup(spec: PictureSpec, archetype: Archetype, defs: Definitions): string {
  const pen = new Pen(spec, defs);
  const [first, second] = siblings(spec.archetype, spec.main, spec.seed);
  const stands = SCENES[archetype.scene].stands;
  const one = (main: string, x: number, y: number, size: number): string => {
    const drawing = archetype.draw(new Pen({ ...spec, main }, defs));
    return stands ? stand(drawing, x, y, size) : about(drawing, x, y, size);
  };
  const background = studio(pen, backdropColour(pen));
  return stands
    ? background + one(first, 212, 560, 0.5) + one(second, 592, 560, 0.5) + one(spec.main, 400, 690, 0.62)
    : background + one(first, 215, 250, 0.52) + one(second, 590, 270, 0.52) + one(spec.main, 400, 545, 0.62);
}

/**
 * Draws the picture that a spec describes: a complete SVG of 800 x 800 that needs nothing from outside. Pure and fast.
 * Returns undefined for anything that is not exactly a spec of a known archetype, so it is safe with text from a URL.
 */
export function drawPicture(spec: string): string | undefined {
  const parsed = parseSpec(spec);
  if (parsed === undefined) return undefined;
  const archetype = ARCHETYPES.get(parsed.archetype);
  if (archetype === undefined) return undefined;
  const defs = new Definitions(`k${hashOf(formatSpec(parsed)).toString(36)}`);
  const pen = new Pen(parsed, defs);
  switch (parsed.view) {
    case VIEWS.detail: {
      const [x, y, zoom] = archetype.focus ?? [400, 420, 1.8];
      const background = studio(
        pen,
        backdropColour(new Pen({ ...parsed, seed: parsed.seed + 3 }, defs)),
        700,
      );
      return svg(
        defs,
        background +
          group(archetype.draw(pen), `transform="translate(400 400) scale(${zoom}) translate(${-x} ${-y})"`),
      );
    }
    case VIEWS.scene:
      return svg(defs, drawScene(parsed, { archetype, defs }));
    case VIEWS.group:
      return svg(defs, drawGroup(parsed, archetype, defs));
    case VIEWS.evening:
      return svg(
        defs,
        evening(pen) +
          sized(archetype, pen) +
          rect(
            0,
            0,
            800,
            800,
            0,
            pen.radial(
              [
                [0, '#0b0a12', 0],
                [0.6, '#0b0a12', 0],
                [1, '#0b0a12', 0.45],
              ],
              0.45,
              0.42,
              0.8,
            ),
          ),
      );
    case VIEWS.main:
      return svg(defs, studio(pen, backdropColour(pen)) + sized(archetype, pen));
    default:
      return svg(defs, drawSnapshot(parsed, archetype, defs));
  }
}
