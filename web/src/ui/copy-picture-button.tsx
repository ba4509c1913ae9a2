import { useRef } from 'react';
import { Button } from './button.js';
import './chart.css';
import { useTexts } from './language.js';
import { pictureTexts } from './picture-texts.js';

interface CopyPictureProps {
  /** The days that the chart is of, in words. */
  period?: string | undefined;
  /** What the chart says, when no `figcaption` of its figure does. */
  title?: string;
  /** Whether the page's filter holds for the chart too: what `data-picture-line` marks stands in the picture. */
  filtered?: boolean;
}

/** A browser lets a page copy only for a moment after the press. */
const fetchAhead = () => void import('./copy-picture.js');

/** Copies the chart that it stands in (a `figure`, or what `data-picture` marks) as a picture. */
export function CopyPicture({ period, title, filtered = true }: CopyPictureProps) {
  const t = useTexts(pictureTexts);
  const button = useRef<HTMLButtonElement>(null);
  const copy = async () => {
    const figure = button.current?.closest<HTMLElement>('figure, [data-picture]');
    if (figure === null || figure === undefined) return;
    const marked = filtered ? markedLines() : [];
    const page = document.querySelector('h1')?.textContent ?? '';
    const caption = title ?? figure.querySelector('figcaption')?.textContent ?? page;
    const lines = [caption.startsWith(page) ? '' : page, period ?? '', ...marked].filter((line) => line !== '');
    const { copyPicture } = await import('./copy-picture.js');
    const drawn = figure.querySelector('[data-picture-part]') ?? figure;
    const width = Math.round(Math.min(1200, Math.max(420, drawn.getBoundingClientRect().width + 48)));
    await copyPicture({ what: 'chart', title: caption, lines, parts: () => [drawn], width, theme: 'light' });
  };
  return (
    <div className="copy-picture">
      <Button
        ref={button}
        look="quiet"
        icon="copy"
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => void copy()}
      >
        {t('copy')}
      </Button>
    </div>
  );
}

/** What the page says of its filter, for every picture of it. */
export function markedLines(): string[] {
  return [...document.querySelectorAll('[data-picture-line]')].map(wordsOf);
}

/** A list's words with commas between them. */
function wordsOf(element: Element): string {
  const items = [...element.querySelectorAll('li')];
  return (items.length === 0 ? [element] : items).map(({ textContent }) => textContent?.trim() ?? '').join(', ');
}
