import { describe, expect, test } from '@jest/globals';
import path from 'node:path';
import ts from 'typescript';
import { objection } from './import-rules.js';
import { kindOf, outward } from './rooms.js';
import { exists, importsOf, lineOf, parse, sourcesBelow, visit } from './source-tree.js';

const product = [...sourcesBelow('api/src'), ...sourcesBelow('web/src'), ...sourcesBelow('db')];

describe('imports go one way', () => {
  test.each(['api/src', 'web/src', 'db'])('in %s', (folder) => {
    const offences = sourcesBelow(folder).flatMap((file) =>
      importsOf(file).flatMap((wanted) => {
        const reason = objection(file, wanted);
        return reason ? [`${file}:${wanted.line} imports ${wanted.file ?? wanted.specifier}, but ${reason}.`] : [];
      }),
    );
    expect(offences).toEqual([]);
  });

  test('and every file that is imported exists', () => {
    const lost = product.flatMap((file) =>
      importsOf(file)
        .filter((wanted) => wanted.file !== null && !exists(wanted.file))
        .map((wanted) => `${file}:${wanted.line} imports ${wanted.specifier}, which is not there.`),
    );
    expect(lost).toEqual([]);
  });

  test('and what has gone from the list of files that reach outside is taken off it', () => {
    expect(Object.keys(outward).filter((file) => !exists(file))).toEqual([]);
  });
});

describe('the rules see what they should', () => {
  const importing = (file: string, target: string) => objection(file, { specifier: target, file: target, line: 1 });
  const using = (file: string, specifier: string) => objection(file, { specifier, file: null, line: 1 });

  test.each([
    ['api/src/analysis/dbscan.ts', 'api/src/privacy/personal-data.ts'],
    ['api/src/geo/grid.ts', 'api/src/analysis/dbscan.ts'],
    ['api/src/promises/promises.service.ts', 'api/src/incidents/incident.queries.ts'],
    ['api/src/promises/promises.service.ts', 'api/src/incidents/incident.entity.ts'],
    ['api/src/promises/promise.ts', 'api/src/promises/promise.queries.ts'],
    ['api/src/promises/promise.schema.ts', 'api/src/promises/promises.service.ts'],
    ['api/src/promises/promises.controller.ts', 'api/src/incidents/incidents.controller.ts'],
    ['api/src/promises/promises.service.ts', 'api/src/incidents/incidents.module.ts'],
    ['api/src/promises/promises.service.ts', 'api/src/access/password.ts'],
    ['api/src/app/database.ts', 'db/migrate.ts'],
    ['web/src/report/report-page.tsx', 'web/src/review/review-page.tsx'],
    ['web/src/ui/button.tsx', 'web/src/api/client.ts'],
    ['web/src/map/map-view.tsx', 'web/src/report/report-page.tsx'],
    ['web/src/report/report-page.tsx', 'web/src/app/router.ts'],
    ['web/src/report/report-page.tsx', 'api/src/analysis/dbscan.ts'],
    ['web/src/report/report-page.tsx', 'api/src/incidents/incident.schema.ts'],
    ['db/seed.ts', 'test/support/api.ts'],
  ])('%s may not import %s', (file, target) => {
    expect(importing(file, target)).not.toBeNull();
  });

  test.each([
    ['api/src/analysis/dbscan.ts', 'api/src/geo/grid.ts'],
    ['api/src/promises/promises.service.ts', 'api/src/hotspots/hotspots.service.ts'],
    ['api/src/promises/promises.controller.ts', 'api/src/access/requires.ts'],
    ['api/src/promises/promise.ts', 'api/src/hotspots/progress-sentence.ts'],
    ['web/src/report/report-page.tsx', 'api/src/privacy/personal-data.ts'],
    ['web/src/app/router.ts', 'web/src/report/report-page.tsx'],
    ['db/seed.ts', 'api/src/app/database.ts'],
  ])('%s may import %s', (file, target) => {
    expect(importing(file, target)).toBeNull();
  });

  test('a pure file may not import Node, Nest, TypeORM or zod; a schema may import zod', () => {
    for (const name of ['node:fs', '@nestjs/common', 'typeorm', 'pg', 'zod']) {
      expect(using('api/src/promises/promise.ts', name)).not.toBeNull();
      expect(using('api/src/analysis/dbscan.ts', name)).not.toBeNull();
    }
    expect(using('api/src/promises/promise.schema.ts', 'zod')).toBeNull();
    expect(using('api/src/promises/promise.schema.ts', 'typeorm')).not.toBeNull();
  });
});

describe('a file is called what it is about', () => {
  const drawers = /^(utils?|helpers?|common|shared|types|misc|constants|index)$/;

  test('so there are no drawers and no barrels', () => {
    const found = [...product, ...sourcesBelow('test')].filter((file) => {
      const [folder, name] = [path.dirname(file), path.basename(file)];
      return drawers.test(name.split('.')[0]!) || folder.split('/').some((part) => drawers.test(part));
    });
    expect(found.map((file) => `${file} is a drawer: name it after what is in it.`)).toEqual([]);
  });

  test('and kebab-case', () => {
    const found = product.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(path.basename(file)));
    expect(found).toEqual([]);
  });

  test('and no file only hands on what others export', () => {
    const found = product.filter((file) => {
      const { statements } = parse(file);
      const handsOn = (node: ts.Node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;
      const everything = (node: ts.Node) => handsOn(node) && !(node as ts.ExportDeclaration).exportClause;
      return statements.some(everything) || (statements.length > 0 && statements.every(handsOn));
    });
    expect(found.map((file) => `${file} is a barrel: import from where the thing is.`)).toEqual([]);
  });

  test('and nothing is exported as default', () => {
    const found = product
      .filter((file) => !file.endsWith('.config.ts'))
      .filter((file) => parse(file).statements.some((node) => ts.isExportAssignment(node) || isDefault(node)));
    expect(found).toEqual([]);
  });
});

function isDefault(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

test('settings are read in one place', () => {
  // Scripts that a person runs by hand, before or beside the product.
  const scripts = new Set(['db/move-to-postgres.ts']);
  const found = product
    .filter((file) => file !== 'api/src/app/environment.ts' && !scripts.has(file) && kindOf(file) !== 'spec')
    .flatMap((file) => {
      const source = parse(file);
      const lines: number[] = [];
      visit(source, (node) => {
        if (ts.isPropertyAccessExpression(node) && node.getText(source) === 'process.env')
          lines.push(lineOf(source, node));
      });
      return lines.map((line) => `${file}:${line} reads process.env: add a setting to api/src/app/environment.ts.`);
    });
  expect(found).toEqual([]);
});

const sql = /\bSELECT\s|\bINSERT INTO\b|\bUPDATE\s[^;]*\sSET\b|\bDELETE FROM\b/;

test('SQL is written in *.queries.ts, app and db only', () => {
  const found = product
    .filter((file) => !file.startsWith('db/') && !file.startsWith('api/src/app/'))
    .filter((file) => kindOf(file) !== 'queries' && kindOf(file) !== 'spec')
    .flatMap((file) => {
      const source = parse(file);
      const lines: number[] = [];
      visit(source, (node) => {
        const isText =
          ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
        if (isText && sql.test(node.getText(source))) lines.push(lineOf(source, node));
      });
      return lines.map((line) => `${file}:${line} holds SQL: move it to the feature's *.queries.ts.`);
    });
  expect(found).toEqual([]);
});
