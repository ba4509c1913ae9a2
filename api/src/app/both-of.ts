/**
 * Two lines of questions to one transaction, each asking its next when its last is answered. Ends when both have, also
 * when one fails: what is asked after a transaction is asked without its role.
 */
export async function bothOf<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  const both = Promise.all([one, other]);
  await Promise.allSettled([both, one, other]);
  return both;
}
