/** Prints how well the check of texts does on the test set: `node test/reference/guard-figures.mjs`, after `npx tsc -b test`. */
const { guardTable } = await import(new URL('../../dist/test/reference/guard-figures.js', import.meta.url));
process.stdout.write(`${guardTable()}\n`);
