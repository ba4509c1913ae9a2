/** Builds what the checks need and runs them: `npm run verify:reference`. Node's own modules only. */
import { command, runScript } from '../../api/prepare.mjs';

await command('test', () => runScript(['dist/test/reference/verify.js']));
