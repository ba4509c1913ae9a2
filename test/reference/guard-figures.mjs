/** Prints how well the check of texts does on the test set: `npm run guard-figures`. Node's own modules only. */
import { command } from '../../api/prepare.mjs';

await command('test', async () => {
  const { guardTable } = await import(new URL('../../dist/test/reference/guard-figures.js', import.meta.url));
  process.stdout.write(`${guardTable()}\n`);
  return 0;
});
