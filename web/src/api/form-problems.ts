import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { currentLanguage } from '../ui/language.js';
import { fieldName, problemOf, type Problem } from './problem.js';

/**
 * Puts each `errors[].pointer` of a failed save next to its field and moves the focus to the first of them.
 *
 * @param fields the names that the form shows; what concerns no such field is left for an `ErrorNotice`
 * @returns the problem, when something of it still has to be shown above the form; otherwise `null`
 */
export function placeProblem<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
  fields: readonly Path<Values>[],
): Problem | null {
  const problem = problemOf(error, currentLanguage());
  const all = problem.errors ?? [];
  const left = all.filter(({ pointer }) => !fields.some((field) => field === fieldName(pointer)));
  const placed = all.filter((one) => !left.includes(one));
  placed.forEach(({ pointer, detail }, index) => {
    setError(fieldName(pointer) as Path<Values>, { type: 'server', message: detail }, { shouldFocus: index === 0 });
  });
  if (placed.length > 0 && left.length === 0) return null;
  return { ...problem, ...(left.length === 0 ? {} : { errors: left }) };
}
