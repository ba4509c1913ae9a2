import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

import type { Language } from '../hotspots/sentence-wording.js';
import { type PlaceBrief, placeBriefPage } from './place-brief.js';
import { type WeekBrief, weekBriefPage } from './week-brief.js';

/** The platsunderlag as PDF/UA-1, one A4, at most two. */
export async function renderPlaceBrief(brief: PlaceBrief, language: Language): Promise<Uint8Array> {
  return render('place-brief.typ', placeBriefPage(brief, language));
}

/** The veckolägesbild as PDF/UA-1, one A4. */
export async function renderWeekBrief(brief: WeekBrief, language: Language): Promise<Uint8Array> {
  return render('week-brief.typ', weekBriefPage(brief, language));
}

/** Typst refused the document. The message names the template's line, never the data. */
export class TemplateRefused extends Error {
  override readonly name = 'TemplateRefused';
}

const weights = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
];
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

/** Data reaches the template as JSON only; nothing a person wrote is ever read as markup. */
function render(template: string, page: object): Uint8Array {
  const typst = compiler();
  const mainFilePath = join(templateFolder(), template);
  const result = typst.compile({ mainFilePath, inputs: { page: JSON.stringify(page) } });
  if (result.result === null) {
    const error = result.takeError();
    const messages = error === null ? [] : (typst.fetchDiagnostics(error) as { message: string }[]);
    throw new TemplateRefused(`${template}: ${messages.map(({ message }) => message).join('; ')}`);
  }
  const pdf = typst.pdf(result.result, { pdfStandard: PdfStandard.UA_1 });
  // Remembered layout of earlier documents goes, or a long-lived server would grow with every one.
  typst.evictCache(10);
  return pdf;
}
