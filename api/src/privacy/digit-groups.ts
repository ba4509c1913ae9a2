/** A run of digits in a text, and what stands between it and the next run. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** The text between this group and the next one; null when there is none or when it is too long to join them. */
  readonly gap: string | null;
  /** The character before the group, or '' at the start of the text. */
  readonly before: string;
}

const longestGap = 5;
/** Longer runs of digits than this are never a personal number or a telephone number. */
const longestRun = 18;

/** Splits a text into its groups of digits, in one pass. Groups that are too long to mean anything here are left out. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: Writable[] = [];
  let last: Writable | null = null;
  for (const match of text.matchAll(/\d+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (last && start - last.end <= longestGap) last.gap = text.slice(last.end, start);
    last = null;
    if (match[0].length > longestRun) continue;
    last = { start, end, digits: match[0], gap: null, before: start > 0 ? text.charAt(start - 1) : '' };
    groups.push(last);
  }
  return groups;
}

type Writable = { -readonly [Key in keyof DigitGroup]: DigitGroup[Key] };
