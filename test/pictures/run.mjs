/** Builds what the pictures need and takes them: `npm run pictures [-- FOLDER] [-- --only NAME]`. Node's own modules only. */
import { command, runNx, runScript } from '../../api/prepare.mjs';

await command('test', async () => {
  await runNx(['run', 'web:build']);
  return runScript(['dist/test/pictures/pictures.js', ...process.argv.slice(2)]);
});
