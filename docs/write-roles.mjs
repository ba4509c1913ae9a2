/**
 * Writes docs/roles.md from the one table of permissions: `node docs/write-roles.mjs`, after a build.
 * test/architecture/docs.spec.ts says when it is stale.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const swedish = {
  reporter: ['Rapportör', 'Reports what they see; sees nothing that others reported'],
  coordinator: ['Samordnare', 'Leads the work: imports, reviews, decides, promises'],
  police: ['Polis', 'Brings in the police extract and sees the whole picture that their organisation may see'],
  analyst: ['Analytiker', 'Runs analyses and looks at how they were made'],
  reader: ['Läsare', 'Management: the map with its figures, hot spots, promises and documents, no single reports'],
  administrator: ['Administratör', 'Accounts, areas, places and settings; no reports'],
};

/** The page for the permissions, the roles and which role carries what. */
export function rolesPage({ permissions, roles, rolePermissions }) {
  const names = Object.keys(permissions);
  const carries = (role, permission) => (rolePermissions[role].includes(permission) ? 'yes' : '');
  return [
    '# Roles and permissions',
    '',
    'An account holds one role in each municipality where it is a member. A role carries permissions; a handler asks for',
    'one permission (`@Requires`) and is denied to everybody else. Besides the role, *what organisation* somebody belongs',
    'to decides which rows they see: a landlord never sees the rows of the police, whatever the role',
    '([why](decisions/tenancy-and-visibility.md)).',
    '',
    'Somebody who *runs the installation* makes municipalities and their first administrators, and sees no reports.',
    '',
    'This page is written by `docs/write-roles.mjs` from `api/src/access/permission.ts`; do not edit it.',
    '',
    '## Roles',
    '',
    '| role | in Swedish | who |',
    '| --- | --- | --- |',
    ...roles.map((role) => `| \`${role}\` | ${swedish[role][0]} | ${swedish[role][1]} |`),
    '',
    '## Permissions',
    '',
    `| permission | what it allows | ${roles.join(' | ')} |`,
    `| --- | --- | ${roles.map(() => '---').join(' | ')} |`,
    ...names.map(
      (name) => `| \`${name}\` | ${permissions[name]} | ${roles.map((role) => carries(role, name)).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const table = await import(new URL('../dist/api/src/access/permission.js', import.meta.url).href);
  writeFileSync(new URL('roles.md', import.meta.url), rolesPage(table));
}
