import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { Stage } from '../support/driver.js';
import { anyPreviewFigures, giveFile, resultFigures, startImport } from '../support/imports.js';
import { giveRegister, registerFigures, storeRegister } from '../support/registers.js';

const shared = path.resolve(workspaceRoot, process.env['NARBILD_SHARED'] ?? '../shared', 'data/imports');
const present = existsSync(shared);
if (!present) process.stderr.write(`NOT RUN: files.spec, because ${shared} is not there (set NARBILD_SHARED)\n`);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

const fileOf = (name: string) => ({ name: path.basename(name), bytes: readFileSync(path.join(shared, name)) });

(present ? describe : describe.skip)('every file of the shared folder, through the page', () => {
  test('the police extracts go in, and the same notices as Excel add nothing', async () => {
    const police = await stage.visitor({ width: 1920 });
    await police.signInAs('kommunpolis');
    const gave: Record<string, Record<string, number>> = {};
    for (const name of [
      'polisutdrag_a_lund.csv',
      'derived-from-real/handelser_sweref99tm_cp1252_semikolon.csv',
      'derived-from-real/handelser_svenska_rubriker.xlsx',
    ]) {
      await police.open('/9901/importera');
      await giveFile(police, fileOf(name));
      const preview = await anyPreviewFigures(police);
      if ((preview['Nya'] ?? 0) === 0) {
        gave[name] = preview;
        continue;
      }
      await startImport(police);
      gave[name] = await resultFigures(police);
    }
    expect(gave['polisutdrag_a_lund.csv']).toMatchObject({ Importerade: 1025 });
    expect(gave['derived-from-real/handelser_sweref99tm_cp1252_semikolon.csv']).toMatchObject({ Importerade: 1720 });
    expect(gave['derived-from-real/handelser_svenska_rubriker.xlsx']).toMatchObject({ Nya: 0, Dubbletter: 1720 });
    expect(police.complaints).toEqual([]);
    await police.leave();
  }, 180_000);

  test.each([390, 1920])(
    'the layers are read as areas at %i px; those of other municipalities are left out',
    async (width) => {
      const coordinator = await stage.visitor({ width });
      await coordinator.signInAs('samordnare');
      await coordinator.open('/9901/register');
      for (const name of [
        'derived-from-real/distrikt_kungsor_osteraker_overkalix_lund_epsg3006.gpkg',
        'derived-from-real/distrikt_3006_cp1252_shp.zip',
        'derived-from-real/distrikt_3006_cp1252_utan_cpg_shp.zip',
        'derived-from-real/distrikt_kungsor_epsg3006_crs_member.geojson',
      ]) {
        await giveRegister(coordinator, 'Områden', fileOf(name));
        const figures = await registerFigures(coordinator);
        expect({ name, outside: figures['Utanför kommunen'] ?? 0 }).toEqual({ name, outside: expect.any(Number) });
        expect(Object.values(figures).reduce((sum, value) => sum + value, 0)).toBeGreaterThan(3);
      }
      await coordinator.leave();
    },
    120_000,
  );
});

test('an address register is read in, and a street with a number is found by whoever reports', async () => {
  const coordinator = await stage.visitor({ width: 390 });
  await coordinator.signInAs('samordnare');
  await coordinator.open('/9901/register');
  const bytes = Buffer.from(
    'Gata;Nummer;N;E\r\nProvgränden;7 B;6601000;561000\r\nProvgränden;9;6601020;561000\r\n;3;1;1\r\n',
  );
  await giveRegister(coordinator, 'Adresser', { name: 'adresser.csv', bytes });
  const figures = await registerFigures(coordinator);
  expect((figures['Nya'] ?? 0) + (figures['Utanför kommunen'] ?? 0)).toBe(2);
  expect(figures['Avvisade']).toBe(1);
  if ((figures['Nya'] ?? 0) > 0) await storeRegister(coordinator);
  expect(coordinator.complaints).toEqual([]);
  await coordinator.leave();
}, 60_000);
