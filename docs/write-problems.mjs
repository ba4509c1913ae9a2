/**
 * Writes docs/problems.md from the one table of problems: `node docs/write-problems.mjs`, after a build.
 * test/architecture/docs.spec.ts says when it is stale.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const head = `# Problems

Every error of the API is [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) \`application/problem+json\`:

\`\`\`json
{
  "type": "/docs/problems#missing",
  "code": "missing",
  "title": "…",
  "status": 400,
  "detail": "…",
  "instance": "the id of the request, as in the log",
  "errors": [{ "pointer": "/name", "code": "missing", "detail": "Fyll i det här fältet." }]
}
\`\`\`

\`code\` is stable and meant for programs; \`title\` and \`detail\` are meant for people, in Swedish unless \`Accept-Language\`
asks for English first. \`errors\` names fields by JSON Pointer. Words in braces are filled in. Nothing of the database
and nothing about a person ever stands in a problem.

This page is written by \`docs/write-problems.mjs\` from the table in \`api/src/app/problem.ts\`; do not edit it.
`;

/** The page for a table of problems: one heading per code, in alphabetical order. */
export function problemsPage(problems) {
  const codes = Object.keys(problems).sort();
  return `${[head, ...codes.map((code) => section(code, problems[code]))].join('\n')}`;
}

function section(code, { status, title, detail }) {
  const same = title[0] === detail[0];
  const lines = same ? ['Stands beside a field.', ''] : [];
  const [swedish, english] = [0, 1].map((language) =>
    same ? detail[language] : `**${title[language]}.** ${detail[language]}`,
  );
  return [
    `## ${code}`,
    '',
    `Status ${status}. ${lines.join('\n')}`.trim(),
    '',
    `- Svenska: ${swedish}`,
    `- English: ${english}`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { problems } = await import(new URL('../dist/api/src/app/problem.js', import.meta.url).href);
  writeFileSync(new URL('problems.md', import.meta.url), problemsPage(problems));
}
