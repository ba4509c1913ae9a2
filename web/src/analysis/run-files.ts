import type { AnalysisRun } from '../findings/findings-api.js';

/** A cell that a spreadsheet would take for a formula is given as text. */
function cellText(value: AnalysisRun['table']['rows'][number][string] | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as a file that a Swedish spreadsheet opens: semicolons, decimal comma, a byte-order mark. */
export function tableFile({ table }: Pick<AnalysisRun, 'table'>): Blob {
  const head = table.columns.map(({ label, unit }) => cellText(unit === null ? label : `${label} (${unit})`));
  const rows = table.rows.map((row) => table.columns.map(({ key }) => cellText(row[key])));
  const text = [head, ...rows].map((cells) => cells.join(';')).join('\r\n');
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}

/** What the map shows, with the row of the table beside each shape and how it was found (RFC 7946). */
export function shapesFile(run: AnalysisRun): Blob {
  const { geometry, table, question, sentence, parameters, method, inputHash, periodFrom, periodTo, id } = run;
  const features = geometry.features.map((feature) => {
    const at = feature.properties['row'];
    const row = typeof at === 'number' ? (table.rows[at] ?? {}) : {};
    return { ...feature, properties: { ...row, ...feature.properties } };
  });
  const about = { id, question, sentence, periodFrom, periodTo, parameters, method, inputHash };
  const text = JSON.stringify({ type: 'FeatureCollection', narbild: about, features }, null, 1);
  return new Blob([text, '\n'], { type: 'application/geo+json' });
}
