/** @file Writes lines of text on pages of a tagged PDF. A screen reader gets them in the order and with the roles in which they are written. */
import type PDFKit from 'pdfkit';
import { type InvoiceFonts, type TextRun, textRuns, type Weight } from './invoice-fonts.ts';

export const margin = 56;
const footerHeight = 40;
const ink = '#1d1f1c';
const muted = '#5d615b';
const rule = '#d9dbd5';

export interface Look {
  readonly size?: number;
  readonly weight?: Weight;
  readonly color?: 'ink' | 'muted';
  readonly align?: 'left' | 'right';
}

export interface Cell extends Look {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly role: 'TD' | 'TH';
}

type Struct = ReturnType<PDFKit.PDFDocument['struct']>;

export type PageWriter = ReturnType<typeof createPageWriter>;

export function createPageWriter(doc: PDFKit.PDFDocument, fonts: InvoiceFonts) {
  const width = doc.page.width - 2 * margin;
  const bottom = doc.page.height - margin - footerHeight;
  let y = margin;
  for (const { name, file } of [...fonts.regular, ...fonts.bold]) doc.registerFont(name, file);
  const root = doc.struct('Document');
  doc.addStructure(root);

  function widthOf(runs: readonly TextRun[], size: number): number {
    return runs.reduce(
      (sum, { font, text }) => sum + doc.font(font.name).fontSize(size).widthOfString(text),
      0,
    );
  }

  /** Breaks lines at spaces. A word that is wider than its line is broken anywhere. */
  function wrap(text: string, within: number, { size = 9.5, weight = 'regular' }: Look): string[] {
    const fits = (line: string) => widthOf(textRuns(fonts, weight, line), size) <= within;
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const letter of word) {
        if (line !== '' && !fits(line + letter)) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return [...lines, line];
  }

  function drawLine(text: string, at: { x: number; y: number; width: number }, look: Look): void {
    const { size = 9.5, weight = 'regular', color = 'ink', align = 'left' } = look;
    const runs = textRuns(fonts, weight, text);
    let x = align === 'right' ? at.x + at.width - widthOf(runs, size) : at.x;
    doc.fillColor(color === 'ink' ? ink : muted);
    for (const run of runs) {
      doc.font(run.font.name).fontSize(size);
      doc.text(run.text, x, at.y, { lineBreak: false, baseline: -size });
      x += doc.widthOfString(run.text);
    }
  }

  const heightOf = ({ size = 9.5 }: Look) => size * 1.45;

  function roomFor(height: number): boolean {
    if (y + height <= bottom) return false;
    doc.addPage();
    y = margin;
    return true;
  }

  /** Writes lines that stay on one page. */
  function block(
    parent: Struct,
    role: string,
    lines: readonly string[],
    at: { x: number; y: number; width: number },
    look: Look,
  ): void {
    const drawn = () =>
      lines.forEach((line, index) => {
        drawLine(line, { ...at, y: at.y + index * heightOf(look) }, look);
      });
    parent.add(doc.struct(role, {}, [drawn]));
  }

  return {
    width,
    get y() {
      return y;
    },
    set y(next: number) {
      y = next;
    },
    space(height: number) {
      y += height;
    },
    roomFor,
    /** Writes a paragraph or heading at `x`, below the previous content. */
    write(role: 'H1' | 'H2' | 'P', text: string, look: Look = {}, x = margin, within = width) {
      const lines = wrap(text, within, look);
      roomFor(lines.length * heightOf(look));
      block(root, role, lines, { x, y, width: within }, look);
      y += lines.length * heightOf(look);
    },
    rule() {
      const at = y;
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .moveTo(margin, at)
        .lineTo(margin + width, at)
        .lineWidth(0.5)
        .stroke(rule);
      doc.endMarkedContent();
    },
    /** Writes a table, and repeats its head on every page. */
    table(head: readonly Omit<Cell, 'role'>[], rows: readonly (readonly Cell[])[]) {
      const table = doc.struct('Table');
      root.add(table);
      const drawRow = (cells: readonly Cell[], isAgain: boolean) => {
        const wrapped = cells.map((cell) => wrap(cell.text, cell.width, cell));
        const height = Math.max(...cells.map((cell, index) => wrapped[index]!.length * heightOf(cell))) + 8;
        if (!isAgain && roomFor(height)) drawRow(headRow, true);
        const row = doc.struct('TR');
        table.add(row);
        cells.forEach((cell, index) => {
          block(row, cell.role, wrapped[index]!, { x: cell.x, y: y + 4, width: cell.width }, cell);
        });
        row.end();
        y += height;
        this.rule();
      };
      const headRow = head.map((cell) => ({ ...cell, role: 'TH' as const }));
      drawRow(headRow, false);
      for (const row of rows) drawRow(row, false);
      table.end();
    },
    /** Ends the document, and writes the footer of every page. */
    end(footer: (page: number, pages: number) => string) {
      root.end();
      const { start, count } = doc.bufferedPageRange();
      for (let index = 0; index < count; index++) {
        doc.switchToPage(start + index);
        doc.page.margins.bottom = 0;
        doc.markContent('Artifact', { type: 'Pagination' });
        drawLine(
          footer(index + 1, count),
          { x: margin, y: doc.page.height - margin, width },
          { size: 8, color: 'muted' },
        );
        doc.endMarkedContent();
      }
    },
  };
}
