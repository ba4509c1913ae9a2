import { test } from '@jest/globals';
import { poppler } from './papers.js';

/** A test that reads a PDF back: skipped where nothing can, which papers.ts says. Apart from it, as papers are read outside Jest too. */
export const readBack: typeof test.skip = poppler ? test : test.skip;
