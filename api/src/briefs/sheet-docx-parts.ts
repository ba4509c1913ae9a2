import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { SheetBlock, SignatureRow } from './sheet.js';

export const muted = '59656A';
export const line = { style: BorderStyle.SINGLE, size: 4, color: 'D5DBDC' };
export const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };

/** Circle, triangle, square: told apart without colour, and in a grey print. */
const marks = { normal: '●', raised: '▲', serious: '■' } as const;
const inks = { normal: '1B6A3A', raised: '7A5000', serious: 'A3211F' } as const;

/** The areas with colour, word and sentence. */
export function levelBlock({ columns, rows }: Extract<SheetBlock, { type: 'levels' }>, pageWidth: number): Table {
  const columnWidths = [0.3, 0.22, 0.48].map((share) => Math.round(share * pageWidth));
  const cell = (at: number, run: TextRun) =>
    new TableCell({
      width: { size: columnWidths[at]!, type: WidthType.DXA },
      children: [new Paragraph({ children: [run] })],
    });
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths,
    borders: { top: none, left: none, right: none, bottom: line, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map((name, at) => cell(at, new TextRun({ text: name, color: muted }))),
      }),
      ...rows.map(
        ({ name, level, word, sentence }) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(0, new TextRun({ text: name, bold: true })),
              cell(1, new TextRun({ text: `${marks[level]} ${word}`, bold: true, color: inks[level] })),
              cell(2, new TextRun({ text: sentence, color: muted })),
            ],
          }),
      ),
    ],
  });
}

/** Lines to write on, two signatories beside each other. */
export function signatureBlock(rows: readonly SignatureRow[], pageWidth: number): Table {
  const half = Math.round(pageWidth / 2);
  const cell = (row: SignatureRow | undefined) =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      margins: { right: 300 },
      children: row === undefined ? [new Paragraph({ text: '' })] : signature(row),
    });
  const pairs = Array.from({ length: Math.ceil(rows.length / 2) }, (_, at) => [rows[at * 2], rows[at * 2 + 1]]);
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: { top: none, left: none, right: none, bottom: none, insideHorizontal: none, insideVertical: none },
    rows: pairs.map((pair) => new TableRow({ cantSplit: true, children: pair.map(cell) })),
  });
}

function signature({ who, lines }: SignatureRow): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '1C2426', space: 2 };
  return [
    new Paragraph({ spacing: { before: 240 }, children: [new TextRun({ text: who, bold: true })] }),
    ...lines.map(
      (label) =>
        new Paragraph({
          spacing: { before: 420, after: 0 },
          border: { top: rule },
          children: [new TextRun({ text: label, size: 16, color: muted })],
        }),
    ),
  ];
}
