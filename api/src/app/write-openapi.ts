import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createOpenApiDocument } from './openapi.js';
import { workspaceRoot } from './environment.js';

await writeFile(
  path.join(workspaceRoot, 'docs/openapi.json'),
  `${JSON.stringify(await createOpenApiDocument(), null, 2)}\n`,
);
