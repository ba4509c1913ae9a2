import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

import type { Language } from '../hotspots/sentence-wording.js';
import { type PlaceBrief, placeBriefPage } from './place-brief.js';
import type { Sheet } from './sheet.js';
import { type WeekBrief, weekBriefPage } from './week-brief.js';

/** The platsunderlag as PDF/UA-1, one A4, at most two. */
export async function renderPlaceBrief(brief: PlaceBrief, language: Language): Promise<Uint8Array> {
  const pages = placeBriefPage(brief, language).work === null ? 1 : 2;
  const tighter = pages === 1 ? [true] : [true, 'whole' as const];
  const candidates = [false, ...tighter].map((compact) => () => placeBriefPage(brief, language, compact));
  return firstThatFits('place-brief.typ', candidates, pages);
}

/** The veckolägesbild as PDF/UA-1, one A4. */
export async function renderWeekBrief(brief: WeekBrief, language: Language): Promise<Uint8Array> {
  return onePage('week-brief.typ', (compact) => weekBriefPage(brief, language, compact));
}

/** A sheet as PDF/UA-1: on one A4 where it fits set tighter, else on as many as it needs. */
export async function renderSheet(sheet: Sheet, { tighten }: { readonly tighten: boolean }): Promise<Uint8Array> {
  return onePage('sheet.typ', (compact) => ({ ...sheet, compact: compact && tighten }));
}

/** Typst refused the document. The message holds the template's name and Typst's own words, never the data. */
export class TemplateRefused extends Error {
  override readonly name = 'TemplateRefused';
}

const weights = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];
const resolve = createRequire(import.meta.url).resolve;
let made: NodeCompiler | undefined;

/** Made once: reading the fonts costs more than a document. Templates are found through the package, from source and dist alike. */
function compiler(): NodeCompiler {
  const fontFolder = dirname(resolve('@expo-google-fonts/source-sans-3/package.json'));
  made ??= NodeCompiler.create({
    workspace: templateFolder(),
    fontArgs: [{ fontPaths: weights.map((weight) => dirname(join(fontFolder, weight))) }],
  });
  return made;
}

function templateFolder(): string {
  return join(dirname(resolve('@narbild/api/package.json')), 'src', 'briefs');
}

/** Lays the document out, and once more in its compact form when it ran over the first page. */
function onePage(template: string, pageFor: (compact: boolean) => object): Uint8Array {
  return firstThatFits(template, [() => pageFor(false), () => pageFor(true)], 1);
}

/** The first form, from the roomiest to the tightest, that takes no more than so many pages; else the tightest. */
function firstThatFits(template: string, forms: readonly (() => object)[], pages: number): Uint8Array {
  let document = layOut(template, forms[0]!());
  for (const form of forms.slice(1)) if (document.numOfPages > pages) document = layOut(template, form());
  const pdf = compiler().pdf(document, { pdfStandard: PdfStandard.UA_1 });
  // Remembered layout of earlier documents goes, or a long-lived server would grow with every one.
  compiler().evictCache(10);
  return pdf;
}

/** Data reaches the template as JSON only; nothing a person wrote is ever read as markup. */
function layOut(template: string, page: object): NodeTypstDocument {
  const typst = compiler();
  const mainFilePath = join(templateFolder(), template);
  const result = typst.compile({ mainFilePath, inputs: { page: JSON.stringify(page) } });
  const document = result.result;
  if (document !== null) return document;
  const error = result.takeError();
  const messages = error === null ? [] : (typst.fetchDiagnostics(error) as { message: string }[]);
  throw new TemplateRefused(`${template}: ${messages.map(({ message }) => message).join('; ')}`);
}
