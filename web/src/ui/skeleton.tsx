import './notice.css';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';

interface SkeletonProps {
  lines?: number;
  shape?: 'text' | 'cards';
  /** What is being fetched, for screen readers; "Hämtar …" unless told. */
  label?: string;
}

/** The shape of what comes. Shows itself only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 3, shape = 'text', label }: SkeletonProps) {
  const t = useTexts(uiTexts);
  return (
    <output className="skeleton" data-shape={shape}>
      <span className="visually-hidden">{label ?? t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden />
      ))}
    </output>
  );
}
