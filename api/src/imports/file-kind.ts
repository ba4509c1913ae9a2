import { TableProblem } from './table-problem.js';
import { unpackEntry, type ZipEntry, zipEntries } from './zip-entries.js';

/** Compressed and unpacked sizes above which an Excel file is refused (a workbook of 200,000 rows is far below). */
export const excelLimits = { bytes: 50 * 1024 * 1024, unpackedBytes: 300 * 1024 * 1024, rows: 200_000 } as const;

const images = [
  'ffd8ff',
  '89504e47',
  '47494638',
  '49492a00',
  '4d4d002a',
  '424d',
  '52494646',
  '0000001866747970',
  '0000001c66747970',
];

/** Tells from the first bytes whether a file is text or a workbook; throws a `TableProblem` for everything else. */
export function fileKind(head: Uint8Array): 'text' | 'zip' {
  if (head.length === 0) throw new TableProblem('empty-file');
  const hex = Buffer.from(head.subarray(0, 8)).toString('hex');
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'zip';
  if (hex.startsWith('25504446')) throw new TableProblem('pdf-file');
  if (hex.startsWith('d0cf11e0')) throw new TableProblem(isEncrypted(head) ? 'password-protected' : 'old-excel');
  if (images.some((magic) => hex.startsWith(magic)) && looksBinary(head)) throw new TableProblem('image-file');
  const text = Buffer.from(head.subarray(0, 2000)).toString('latin1');
  if (/^\ufeff?(?:ï»¿)?\s*(?:<!doctype html|<html|<\?xml|<table|<svg)/i.test(text)) throw new TableProblem('web-page');
  if (looksBinary(head)) throw new TableProblem('not-a-table');
  return 'text';
}

/** A workbook with a password is an OLE container that holds a stream named EncryptedPackage (MS-OFFCRYPTO 2.3). */
function isEncrypted(head: Uint8Array): boolean {
  return Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** Control characters that no text has. UTF-16 is let through: its zeros stand at every second place. */
function looksBinary(head: Uint8Array): boolean {
  const utf16 = utf16Order(head);
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && !(byte === 0 && utf16)) odd += 1;
  }
  // A few NUL bytes in a small table are an export's slip and no picture.
  return odd > Math.max(4, head.length / 200);
}

/** UTF-16 by its mark, or by zeros at every second byte (letters of our alphabet have a zero as upper half). */
export function utf16Order(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, 4000);
  for (let at = 0; at < length; at += 1) if (head[at] === 0) zeros[at % 2]! += 1;
  if (zeros[1]! > length * 0.4 && zeros[0]! < length * 0.05) return 'utf-16le';
  return zeros[0]! > length * 0.4 && zeros[1]! < length * 0.05 ? 'utf-16be' : null;
}

/**
 * Checks a zip before any library opens it: is it a workbook, and is what it unpacks to within limits? The sizes in the
 * directory are promises of the sender, so every entry is unpacked against a hard limit.
 */
export function checkWorkbook(bytes: Uint8Array): void {
  if (bytes.length > excelLimits.bytes) throw new TableProblem('sheet-too-large');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = zipEntries(file);
  if (entries.some((entry) => entry.encrypted)) throw new TableProblem('password-protected');
  if (!entries.some((entry) => /^xl\/workbook\.(xml|bin)$/.test(entry.name))) throw new TableProblem('zip-not-excel');
  if (entries.some((entry) => entry.name === 'xl/workbook.bin')) throw new TableProblem('old-excel');
  let left: number = excelLimits.unpackedBytes;
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > left) throw new TableProblem('sheet-too-large');
  for (const entry of entries.filter((each) => each.method === 8)) left -= sizeWithin(file, entry, left);
}

function sizeWithin(file: Buffer, entry: ZipEntry, most: number): number {
  try {
    return unpackEntry(file, entry, most).length;
  } catch (error) {
    const tooLarge = error instanceof TableProblem && error.code === 'file-too-large';
    throw tooLarge ? new TableProblem('sheet-too-large') : error;
  }
}
