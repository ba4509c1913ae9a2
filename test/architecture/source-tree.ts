import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from '../../api/src/app/environment.js';

/** One thing that a file imports or re-exports. */
export interface Import {
  /** As written: `./incident.js`, `zod`, `node:fs`. */
  readonly specifier: string;
  /** The file meant, from the root and as its source is called (`api/src/geo/grid.ts`); null for a package. */
  readonly file: string | null;
  readonly line: number;
}

const skipped = new Set(['node_modules', 'dist', '.nx', '.git', '.narbild']);

/** Every file below a folder whose name matches, from the root, in a fixed order. */
export function filesBelow(folder: string, name: RegExp): string[] {
  const absolute = path.join(workspaceRoot, folder);
  return readdirSync(absolute)
    .sort()
    .flatMap((entry) => {
      const relative = folder === '' ? entry : `${folder}/${entry}`;
      if (statSync(path.join(absolute, entry)).isDirectory()) {
        return skipped.has(entry) ? [] : filesBelow(relative, name);
      }
      return name.test(entry) ? [relative] : [];
    });
}

/** TypeScript sources below a folder, without what is generated. */
export function sourcesBelow(folder: string): string[] {
  return filesBelow(folder, /\.tsx?$/).filter((file) => !file.endsWith('.d.ts'));
}

export function textOf(file: string): string {
  return readFileSync(path.join(workspaceRoot, file), 'utf8');
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
}

/** What a file imports: statically, as a type, by `export … from` and by `import('…')`. */
export function importsOf(file: string): Import[] {
  const source = parse(file);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: string) =>
    found.push({ specifier, file: resolve(file, specifier), line: lineOf(source, node) });
  visit(source, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      add(node, (node.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target && ts.isStringLiteral(target)) add(node, target.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) add(node, literal.text);
    }
  });
  return found;
}

/** A relative specifier as a file from the root; the compiler's `.js` is the source's `.ts` or `.tsx`. */
function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  const stem = target.replace(/\.jsx?$/, '');
  const candidates = target === stem ? [target] : [`${stem}.ts`, `${stem}.tsx`, `${stem}.d.ts`];
  return candidates.find(exists) ?? candidates[0]!;
}

export function exists(file: string): boolean {
  return statSync(path.join(workspaceRoot, file), { throwIfNoEntry: false }) !== undefined;
}

export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
