import { cut, widthOf } from './screen.ts';

export interface BoxRow {
  readonly label: string;
  readonly values: readonly string[];
}

const widest = 100;
const narrow = 60;

/** Draws labels beside their values in a frame, or below each other if the terminal is too narrow. No line is wider than `columns`. */
export function box(
  title: string,
  rows: readonly BoxRow[],
  columns: number,
  styles: { label(text: string): string; title(text: string): string },
): string[] {
  return columns < narrow ? list(title, rows, columns, styles) : framed(title, rows, columns, styles);
}

function framed(
  title: string,
  rows: readonly BoxRow[],
  columns: number,
  styles: { label(text: string): string; title(text: string): string },
): string[] {
  const labelWidth = Math.max(...rows.map(({ label }) => label.length)) + 2;
  const room = Math.min(columns, widest) - 6 - labelWidth;
  const lines = [
    ...cut(title, room + labelWidth).map(styles.title),
    '',
    ...rows.flatMap(({ label, values }) =>
      values
        .flatMap((value) => cut(value, room))
        .map((value, index) => styles.label((index === 0 ? label : '').padEnd(labelWidth)) + value),
    ),
  ];
  const width = Math.max(...lines.map(widthOf));
  return [
    `╭${'─'.repeat(width + 4)}╮`,
    ...lines.map((line) => `│  ${line}${' '.repeat(width - widthOf(line))}  │`),
    `╰${'─'.repeat(width + 4)}╯`,
  ];
}

function list(
  title: string,
  rows: readonly BoxRow[],
  columns: number,
  styles: { label(text: string): string; title(text: string): string },
): string[] {
  const rule = '─'.repeat(columns);
  return [
    rule,
    ...cut(title, columns).map(styles.title),
    ...rows.flatMap(({ label, values }) => [
      styles.label(label),
      ...values.flatMap((value) => cut(value, columns - 2)).map((value) => `  ${value}`),
    ]),
    rule,
  ];
}
