import { formatDate } from './format.js';
import { currentLanguage, defineTexts, textsIn } from './language.js';
import { pictureOf } from './picture.js';
import { writeDownCopy } from './picture-log.js';
import { save } from './save-file.js';
import { showToast } from './toast.js';

const copyTexts = defineTexts('copy-picture', {
  sv: {
    copied: 'Bilden är kopierad. Klistra in den där du vill ha den.',
    saved: 'Webbläsaren tillåter inte att bilden kopieras. Den är sparad som en fil i stället.',
    failed: 'Bilden gick inte att kopiera. Försök igen om en stund.',
    source: 'Källa: Närbild, {{municipality}}. Bilden är gjord {{date}}.',
    demo: 'Exempelkommun, påhittade händelser.',
    notice:
      'Internt underlag: uppgifterna kan omfattas av sekretess. Kan bli en allmän handling när bilden lämnas till någon utanför den egna myndigheten.',
  },
  en: {
    copied: 'The picture is copied. Paste it where you want it.',
    saved: 'The browser does not let the picture be copied. It has been saved as a file instead.',
    failed: 'The picture could not be copied. Try again in a while.',
    source: 'Source: Närbild, {{municipality}}. Picture made {{date}}.',
    demo: 'Example municipality, invented events.',
    notice:
      'Internal: may be covered by secrecy. May become an official document (allmän handling) when given to anyone outside the authority.',
  },
});

export interface PictureCopy {
  what: 'map' | 'chart';
  title: string;
  lines: readonly string[];
  /** What is drawn; asked for once the copy has been written down. */
  parts: () => readonly Element[] | Promise<readonly Element[]>;
  width: number;
  theme: 'light' | 'page';
}

/** Copies a picture, or saves it where the browser does not allow that, and says in words which. Every copy is written down first. */
export async function copyPicture({ what, title, lines, parts, width, theme }: PictureCopy): Promise<void> {
  const language = currentLanguage();
  const t = textsIn(copyTexts, language);
  const make = async () => {
    const { municipality, demo, at } = await writeDownCopy(what);
    const source = t('source', { municipality, date: formatDate(at, language) });
    const words = { title, lines, foot: [demo ? `${source} ${t('demo')}` : source, t('notice')] };
    return pictureOf({ parts: await parts(), words, width, theme });
  };
  const made = make();
  try {
    // Given at once as a promise: a browser allows it only while it remembers the press.
    const copied = navigator.clipboard.write([new ClipboardItem({ 'image/png': made })]);
    await Promise.all([copied, made]);
    showToast({ text: t('copied'), tone: 'good' });
  } catch {
    try {
      save(await made, `${title.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60)}.png`); // prettier-ignore
      showToast({ text: t('saved') });
    } catch {
      showToast({ text: t('failed'), tone: 'bad' });
    }
  }
}
