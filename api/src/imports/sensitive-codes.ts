import { codesOf } from './crime-code-table.js';

/** Why a row loses its place and hour before anything is stored. */
export type SensitiveReason = 'close-relation' | 'child' | 'sexual' | 'home';

/**
 * Crime codes whose place, street and hour are removed at the door (product.md part 3: violence in close relations,
 * against children, sexual crimes, threats in the home). Where an older code does not tell whether victim and
 * offender were close or whether it happened in a dwelling, the row is treated as sensitive: what was kept in doubt
 * cannot be taken back. Robbery of persons under 18 (9806-9809) is a street crime and keeps its place. Source of the
 * codes: Brå, SOL, 24 September 2026.
 */
const sensitiveLines: readonly (readonly [SensitiveReason, string])[] = [
  ['child', '0309 0351-0354 0361-0364 0371-0374 0381-0384 9301-9348 9389-9392 0409-0410 0426-0429 0450-0453 0440-0441 0480-0481 0484-0485 0488-0489 0493 0495 0506-0509 0711 9406-9407 9495-9496 1617'],
  ['sexual', '0601-0611 0613-0616 0621-0628 0631-0638 0640-0676 0682 0684-0699 6101-6162 9601-9698 0416 0418-0419 1607-1608 1616 4024 9512-9515'],
  ['close-relation', '0303-0308 0310-0313 0321-0327 0330 0335 0332 0334 0342 0344 0356 0358 0366 0368 0376 0378 0386 0388 9349 9351 9353 9355 9357 9359 9361 9363 9365 9367 9369 9371 9373 9375 9377 9379 9381 9383 9385 9387 9393-9394 9397-9398'],
  ['close-relation', '0411-0412 0422-0425 0433-0438 0442-0443 0430-0431 0490-0491 0403 0407-0408 9401-9404 9408-9409 9412-9413 9416-9417 9420-9421 9424-9433 9436-9437 9440-9441 9444-9445 9448-9457 9460-9461 0486-0487 9469-9470 9475-9494 9500-9511 9516-9561 9595-9599 4021 4029 4085-4086 4088-4097'],
  ['home', '0401 9471 0402 0405-0406 0454-0457 9350 9352 9354 9356 9366 9368 9370 9372 9382 9384 9386 9388'],
]; // prettier-ignore

export const sensitiveCodes: ReadonlyMap<string, SensitiveReason> = new Map(
  sensitiveLines.flatMap(([reason, codes]) => [...codesOf(codes)].map((code) => [code, reason] as const)),
);

/** Words in a category text (when there is no code, or beside it) that say the same, compared without accents. */
const sensitiveWords: readonly (readonly [SensitiveReason, RegExp])[] = [
  ['sexual', /valdtakt|sexual|sexuell|sedlighet|rape\b|barnporno|koppleri|utnyttjande av barn/],
  ['close-relation', /nara relation|narstaende|parrelation|fridskrankning|kvinnofrid|relationsvald|valds?brott i relation|domestic|heder|aktenskap|kontaktforbud|besoksforbud|forfoljelse|stalking/],
  ['child', /mot barn|barnfrid|barnmisshandel|mot (?:flicka|pojke)|orosanmalan|child/],
  ['home', /hemfrid|i hemmet|i bostad(?:en)?\b.*\bhot|hot\b.*\bi bostad/],
]; // prettier-ignore

/** Is a row of this code or category text sensitive, and why? `plainText` is lower case without accents. */
export function sensitivity(code: string | null, plainText: string): SensitiveReason | null {
  const byCode = code === null ? undefined : sensitiveCodes.get(code);
  if (byCode) return byCode;
  return plainText === '' ? null : (sensitiveWords.find(([, words]) => words.test(plainText))?.[0] ?? null);
}
