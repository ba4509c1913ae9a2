/** What is asked of a GeoPackage, which is an SQLite database (OGC 12-128). */

/** The layers that are real tables, each with its reference system. */
export const layers = `
  SELECT g.table_name AS "table", g.column_name AS "geometryColumn", s.organization AS organisation,
         s.organization_coordsys_id AS number, s.definition AS definition
    FROM gpkg_geometry_columns g
    JOIN sqlite_master m ON m.name = g.table_name AND m.type = 'table'
    LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id`;

export function rowsOf(table: string, most: number): string {
  return `SELECT * FROM ${quoted(table)} LIMIT ${most}`;
}

export function numberOfRows(table: string): string {
  return `SELECT count(*) AS n FROM ${quoted(table)}`;
}

/** The file names its own tables: an identifier is quoted, never trusted. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
