import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { levelBlock, line, muted, none, signatureBlock } from './sheet-docx-parts.js';
import { pngOf } from './map-picture.js';
import type { Sheet, SheetBlock } from './sheet.js';

/** Inner width of an A4 in twentieths of a point, with margins of 2.5 cm. */
const portrait = 9070;
const landscape = 14000;
const pictureWidth = 480;

/** Pixels of a picture for programs that cannot draw SVG: about 220 an inch as it stands on the page. */
const fallbackWidth = 1100;

const edge = { style: BorderStyle.SINGLE, size: 8, color: '1C2426', space: 4 };
const frame = { top: edge, bottom: edge, left: edge, right: edge };

/** The sheet as a Word document: headings, lists and tables with header rows as such, its language set, pictures with words. */
export async function sheetDocx(sheet: Sheet): Promise<Uint8Array> {
  const { head } = sheet;
  const language = head.language === 'sv' ? 'sv-SE' : 'en-GB';
  const isLying = sheet.landscape === true;
  const blocks: (Paragraph | Table)[][] = [];
  for (const block of sheet.blocks) blocks.push(await blockOf(block, isLying ? landscape : portrait));
  const document = new Document({
    title: sheet.documentTitle,
    creator: head.municipality,
    description: sheet.kind,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21, language: { value: language } }, paragraph: { spacing: { after: 100 } } }, // prettier-ignore
        heading1: {
          run: { size: 40, bold: true, color: '1C2426' },
          paragraph: { spacing: { before: 120, after: 80 } },
        },
        heading2: {
          run: { size: 26, bold: true, color: '1C2426' },
          paragraph: { spacing: { before: 260, after: 80 } },
        },
        heading3: {
          run: { size: 22, bold: true, color: '0B5A63' },
          paragraph: { spacing: { before: 160, after: 60 } },
        },
      },
    },
    numbering: {
      config: [{ reference: 'rows', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 340, hanging: 220 } } } }] }], // prettier-ignore
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838, orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: 1134, bottom: 1134, left: 1418, right: 1418 } } }, // prettier-ignore
        footers: { default: new Footer({ children: [foot(sheet)] }) },
        children: [...beginning(sheet), ...blocks.flat()],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function beginning({ head, kind, title, period, lead, draft }: Sheet): Paragraph[] {
  return [
    new Paragraph({
      children: [
        new TextRun({ text: head.municipality, bold: true }),
        new TextRun({ text: `  ${kind}`, color: muted }),
        new TextRun({ text: `  ${head.date}`, color: muted }),
      ],
    }),
    ...(draft === undefined ? [] : [new Paragraph({ border: frame, children: [new TextRun({ text: draft, bold: true })] })]), // prettier-ignore
    ...(head.demo === null ? [] : [plain(head.demo, true)]),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    plain(period, true),
    ...(lead === '' ? [] : [new Paragraph({ children: [new TextRun({ text: lead, size: 26 })] })]),
  ];
}

function foot({ head, draft }: Sheet): Paragraph {
  const text = `${draft === undefined ? '' : `${draft}   `}${head.registration}   ${head.classification}   ${head.notice}   ${head.page} `;
  return new Paragraph({
    children: [
      new TextRun({ text, size: 15, color: muted }),
      new TextRun({ children: [PageNumber.CURRENT], size: 15, color: muted }),
    ],
  });
}

function plain(text: string, isMuted = false): Paragraph {
  return new Paragraph({ children: [new TextRun(isMuted ? { text, color: muted } : { text })] });
}

async function blockOf(block: SheetBlock, pageWidth: number): Promise<(Paragraph | Table)[]> {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })]; // prettier-ignore
    case 'text':
      return [plain(block.text, block.muted)];
    case 'list':
      return block.rows.map((text) => new Paragraph({ text, numbering: { reference: 'rows', level: 0 } }));
    case 'table':
      return [tableOf(block, pageWidth), new Paragraph({ text: '' })];
    case 'picture':
      return [await pictureOf(block), ...(block.caption === '' ? [] : [plain(block.caption, true)])];
    case 'levels':
      return [levelBlock(block, pageWidth), new Paragraph({ text: '' })];
    case 'signatures':
      return [signatureBlock(block.rows, pageWidth)];
  }
}

function tableOf({ columns, widths, rows }: Extract<SheetBlock, { type: 'table' }>, pageWidth: number): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((pageWidth * width) / whole));
  const cell = (text: string, at: number, header: boolean) =>
    new TableCell({
      width: { size: columnWidths[at]!, type: WidthType.DXA },
      children: [new Paragraph({ children: [new TextRun(header ? { text, color: muted } : { text })] })],
    });
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths,
    borders: { top: none, left: none, right: none, bottom: line, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((name, at) => cell(name, at, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
    ],
  });
}

/** The drawing itself for programs that draw SVG, and as PNG for those that do not. */
async function pictureOf({ svg, alt }: Extract<SheetBlock, { type: 'picture' }>): Promise<Paragraph> {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const ratio = width && height ? Number(height) / Number(width) : 0.66;
  const transformation = { width: pictureWidth, height: Math.round(pictureWidth * ratio) };
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg, 'utf8'),
        transformation,
        fallback: { type: 'png', data: await pngOf(svg, fallbackWidth) },
        altText: { name: 'Karta', description: alt, title: alt },
      }),
    ],
  });
}
