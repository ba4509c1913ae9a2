import { pdfText } from './papers.js';
import type { Visitor } from './visitor.js';

/** A document that was saved to the computer, and its words in one line. */
export interface SavedDocument {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Presses a button that saves a PDF and reads it as a person would. */
export async function saveDocument(visitor: Visitor, button: string): Promise<SavedDocument> {
  const { name, bytes } = await visitor.saves(() => visitor.presses(button));
  return { name, bytes, text: pdfText(bytes) };
}

/** The number of events of the week that the page of the lägesbild shows. */
export async function countOfWeek({ page }: Visitor): Promise<number> {
  const figure = await page.locator('.situation-number').first().innerText();
  return Number(figure.replaceAll(/\D/g, ''));
}
