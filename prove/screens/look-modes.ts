/** @file The ways in which the proof `screens` looks at a page. */

export interface LookMode {
  readonly name: string;
  /** The end of the pictures' names. */
  readonly fileName: string;
  /** Options of the browser's context. */
  readonly window: {
    readonly viewport: { readonly width: number; readonly height: number };
    readonly colorScheme: 'light' | 'dark';
    readonly forcedColors?: 'active';
    readonly deviceScaleFactor?: number;
  };
  /** What is printed takes no focus, and has no contrast to measure. */
  readonly isPaper: boolean;
}

/** A sheet of A4 without its margins, at 96 pixels per inch. */
const paper = { width: 673, height: 987 };

const modes: Readonly<Record<string, (widths: string, themes: string) => LookMode[]>> = {
  usual: (widths, themes) =>
    themes.split(' ').flatMap((theme) => widths.split(' ').map((width) => atWidth(Number(width), theme))),
  /** A system with a palette of its own, as Windows has for high contrast. */
  forced: () => [
    look('forced', { viewport: { width: 360, height: 780 }, colorScheme: 'dark', forcedColors: 'active' }),
  ],
  /** WCAG's reflow: 1280 pixels at 400 %. */
  narrow: () => [look('narrow', { viewport: { width: 320, height: 640 }, colorScheme: 'light' })],
  /** A window of 1440 by 900 at 200 %. */
  zoom: () => [
    look('zoom', { viewport: { width: 720, height: 450 }, colorScheme: 'light', deviceScaleFactor: 2 }),
  ],
  print: () => [{ ...look('print', { viewport: paper, colorScheme: 'dark' }), isPaper: true }],
};

/** @throws Error for a mode that does not exist */
export function looksOf(parameters: { modes: string; widths: string; themes: string }): LookMode[] {
  return parameters.modes.split(' ').flatMap((name) => {
    const mode = modes[name];
    if (!mode) throw new Error(`No mode is called ${name}. There are ${Object.keys(modes).join(', ')}.`);
    return mode(parameters.widths, parameters.themes);
  });
}

const look = (name: string, window: LookMode['window']): LookMode => ({
  name,
  fileName: name,
  window,
  isPaper: false,
});

function atWidth(width: number, theme: string): LookMode {
  const colorScheme = theme === 'dark' ? 'dark' : 'light';
  return {
    ...look(`${width} px, ${colorScheme}`, { viewport: { width, height: 900 }, colorScheme }),
    fileName: `${width}-${colorScheme}`,
  };
}
