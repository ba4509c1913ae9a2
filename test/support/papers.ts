import { execFileSync, spawnSync } from 'node:child_process';
import { unpackEntry, zipEntries } from '../../api/src/imports/zip-entries.js';

/** Whether the programs are here that read a PDF: pdftotext and pdfinfo (Debian: poppler-utils). */
export const poppler = ['pdftotext', 'pdfinfo'].every((program) => spawnSync(program, ['-v']).status === 0);
if (!poppler) process.stderr.write('NOT RUN: reading documents back needs pdftotext and pdfinfo (poppler-utils).\n');

/** One line: no hyphens where a line ended, single spaces. */
export function plain(text: string): string {
  return text.replaceAll('-\n', '').replaceAll(/\s+/g, ' ');
}

/** The words of a PDF in one line. `how` are options of pdftotext; throws when the bytes are no PDF. */
export function pdfText(bytes: Buffer, ...how: string[]): string {
  return plain(readPdf('pdftotext', bytes, [...how, '-', '-']));
}

/** What pdfinfo says of a PDF, a line each: `Pages: 2`, `Tagged: yes`; throws when the bytes are no PDF. */
export function pdfInfo(bytes: Buffer): string {
  return readPdf('pdfinfo', bytes, ['-']);
}

function readPdf(program: string, bytes: Buffer, options: readonly string[]): string {
  const start = bytes.toString('utf8', 0, 200);
  if (!start.startsWith('%PDF-')) throw new Error(`This is no PDF: ${start}`);
  return execFileSync(program, options, { input: bytes, encoding: 'utf8', stdio: 'pipe' });
}

/** The first part of a Word document with such a name; throws when there is none. */
export function part(bytes: Buffer, wanted: RegExp): Buffer {
  const [first] = parts(bytes, wanted);
  if (!first) throw new Error(`no part ${wanted}`);
  return first;
}

/** All parts of a Word document with such a name. */
export function parts(bytes: Buffer, wanted: RegExp): Buffer[] {
  return zipEntries(bytes)
    .filter(({ name }) => wanted.test(name))
    .map((entry) => unpackEntry(bytes, entry, 10_000_000));
}

/** The text of a Word document as it is stored. */
export function docxXml(bytes: Buffer): string {
  return part(bytes, /^word\/document\.xml$/).toString();
}

/** The words of a Word document and of its footers in one line. */
export function docxText(bytes: Buffer): string {
  const footers = parts(bytes, /^word\/footer\d*\.xml$/).join('');
  const words = (docxXml(bytes) + footers).replaceAll('</w:p>', ' ').replaceAll(/<[^>]+>/g, '');
  return plain(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

/** The words of a document in one line. */
export function textOf(format: 'pdf' | 'docx', bytes: Buffer): string {
  return format === 'pdf' ? pdfText(bytes) : docxText(bytes);
}

/** The code of the problem that came instead of a document. */
export function codeOf(bytes: Buffer): string {
  return (JSON.parse(bytes.toString()) as { code: string }).code;
}
