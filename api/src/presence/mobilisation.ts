/** The rules of a mobilisation routine: who is called in which order, what is done, by function only. */

/** A function that is called, or a step that is ticked, in the order of the routine. */
export interface Line {
  readonly kind: 'call' | 'step';
  readonly text: string;
  readonly phone: string | null;
}

/** When a line was ticked, and by which organisation; by its number in the routine. */
export type Ticks = Readonly<Record<string, { readonly at: string; readonly organisation: string }>>;

export interface Routine {
  readonly calls: readonly {
    readonly function: string;
    readonly organisation: string | null;
    readonly phone: string | null;
  }[];
  readonly steps: readonly string[];
}

/** The lines of a routine as they stood when it was started: calls first, then steps. */
export function linesOf({ calls, steps }: Routine): Line[] {
  return [
    ...calls.map((call) => ({
      kind: 'call' as const,
      text: call.organisation === null ? call.function : `${call.organisation}, ${call.function}`,
      phone: call.phone,
    })),
    ...steps.map((text) => ({ kind: 'step' as const, text, phone: null })),
  ];
}

/**
 * The digits of a function's number, as it is dialled: `022112345` for `0221-123 45`; null when it is none. Short numbers
 * (112, 114 14, 1177) and fixed lines of Sweden are numbers of functions; a mobile number is nearly always a person's and
 * is not taken, nor is a number abroad.
 */
export function functionNumber(text: string): string | null {
  if (!/^[\d\s()+./-]+$/.test(text)) return null;
  const digits = text.replaceAll(/[\s()./-]/g, '');
  const national = digits.replace(/^(\+46|0046)0?/, '0');
  if (/^(112|1177|11[3-9]\d{2,3}|90\d{3,6})$/.test(national)) return national;
  const fixed = /^0(?!7[02369])[1-9]\d{5,9}$/.test(national);
  return fixed ? national : null;
}
