/** The tokens of packages/ui/src/theme.css, light first. They are repeated as values, because mail programs do not support variables. */
const light = {
  paper: '#fdfdfb',
  surface: '#f4f3ee',
  line: '#e3e1d9',
  lineStrong: '#88867c',
  ink: '#1b1c18',
  muted: '#5b5c54',
  accent: '#22543d',
} as const;

const dark: Readonly<Record<keyof typeof light, string>> = {
  paper: '#141513',
  surface: '#1e1f1c',
  line: '#32342f',
  lineStrong: '#7d7f76',
  ink: '#f2f1eb',
  muted: '#aeafa5',
  accent: '#9fd3b5',
};

export const colors = light;

export const fontFamily = 'Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** Overrides the inline styles by class, in mail programs that support dark mode or narrow screens. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: inherit; }
@media (max-width: 480px) {
  .frame { padding: 24px 20px !important; }
  .heading { font-size: 24px !important; }
  .button { display: block !important; margin-right: 0 !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: ${dark.paper} !important; }
  .surface { background-color: ${dark.surface} !important; }
  .ink { color: ${dark.ink} !important; }
  .muted { color: ${dark.muted} !important; }
  .line { border-color: ${dark.line} !important; }
  .ring { border-color: ${dark.ink} !important; }
  .disc { background-color: ${dark.accent} !important; }
  .primary { border-color: ${dark.ink} !important; background-color: ${dark.ink} !important; color: ${dark.paper} !important; }
  .secondary { border-color: ${dark.lineStrong} !important; color: ${dark.ink} !important; }
}
`;
