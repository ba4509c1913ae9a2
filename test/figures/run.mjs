/** Builds what the figures need and prints them: `npm run figures [-- --quick] [-- --threads N]`. Node's own modules only. */
import { command, runScript } from '../../api/prepare.mjs';

await command('test', () => runScript(['dist/test/figures/figures.js', ...process.argv.slice(2)]));
