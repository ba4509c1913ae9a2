import './status-tag.css';

export type StatusTone = 'good' | 'caution' | 'bad' | 'action' | 'neutral';

/** Colour, shape and word say the same: circle good, triangle caution, square bad, diamond at work, ring neutral. */
const shapes: Record<StatusTone, string> = {
  good: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  caution: 'M6 1 11.5 10.5H.5z',
  bad: 'M1.5 1.5h9v9h-9z',
  action: 'M6 .5 11.5 6 6 11.5.5 6z',
  neutral: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm0 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
};

/** How something stands, in one or two words. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: string }) {
  return (
    <span className="status" data-tone={tone}>
      <svg width={12} height={12} viewBox="0 0 12 12" fill="currentColor" fillRule="evenodd" aria-hidden>
        <path d={shapes[tone]} />
      </svg>
      {children}
    </span>
  );
}
