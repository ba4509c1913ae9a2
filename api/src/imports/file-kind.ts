import { inflateRawSync } from 'node:zlib';
import { TableProblem } from './table-problem.js';

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
  return odd > head.length / 200;
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
  if (bytes.length > excelLimits.bytes) throw new TableProblem('file-too-large');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = zipEntries(file);
  if (entries.some((entry) => entry.encrypted)) throw new TableProblem('password-protected');
  if (!entries.some((entry) => /^xl\/workbook\.(xml|bin)$/.test(entry.name))) throw new TableProblem('zip-not-excel');
  if (entries.some((entry) => entry.name === 'xl/workbook.bin')) throw new TableProblem('old-excel');
  let left: number = excelLimits.unpackedBytes;
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > left) throw new TableProblem('file-too-large');
  for (const entry of entries.filter((each) => each.method === 8)) left -= unpackedSize(file, entry, left);
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Reads the central directory (PKWARE APPNOTE 4.3.12, 4.3.16). */
function zipEntries(file: Buffer): ZipEntry[] {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > file.length) throw new TableProblem('file-damaged');
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new TableProblem('file-damaged');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackedSize(file: Buffer, entry: ZipEntry, most: number): number {
  if (entry.offset + 30 > file.length) throw new TableProblem('file-damaged');
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  try {
    return inflateRawSync(file.subarray(start, start + entry.packed), { maxOutputLength: Math.max(most, 1) }).length;
  } catch (error) {
    const tooLarge = error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new TableProblem(tooLarge ? 'file-too-large' : 'file-damaged');
  }
}
