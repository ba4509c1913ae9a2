/** A point seen close up: the corners of a viewfinder around it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0c5f6b" />
      <g fill="none" stroke="#fff" strokeWidth={2} strokeLinecap="round">
        <path d="M8 12V9.5Q8 8 9.5 8H12" />
        <path d="M20 8h2.5Q24 8 24 9.5V12" />
        <path d="M24 20v2.5Q24 24 22.5 24H20" />
        <path d="M12 24H9.5Q8 24 8 22.5V20" />
      </g>
      <circle cx="16" cy="16" r="3.5" fill="#fff" />
    </svg>
  );
}
