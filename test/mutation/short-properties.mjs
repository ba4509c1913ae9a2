import fc from 'fast-check';

/**
 * Read before each spec: what is drawn at random is drawn alike each time, so that the score can be repeated, and a property
 * is tried for a quarter of a second at most, because it is tried again for every mutant.
 */
fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 250, markInterruptAsFailure: false });
