import { plainWords } from '../imports/cell.js';

/** What a register row can say, and the headers that mean it, also cut at ten letters as a shapefile does (compared as plain words), the surest first. */
const headers = {
  street:
    /^(?:gata|gatunamn|gatu namn|gatuadress|gata namn|vag|vagnamn|street|street name|adress ?omra(?:de(?:snamn)?)?|gards ?adress ?omrade(?:snamn)?|adress|address|beteckning|belagenhetsadress)$/,
  number:
    /^(?:nummer|nr|no|number|gatunr|gatunummer|gatu nr|gatu nummer|husnr|husnummer|adress ?plat(?:s(?:nummer)?)?|adress ?nummer|adressnr|house ?number|street ?number)$/,
  letter: /^(?:bokstav|bokstavs? ?t(?:i|illagg)?|littera|litt|letter|tillagg|uppgang)$/,
  locality: /^(?:ort|postort|tatort|kommundel(?:snamn)?|kommun ?del|by|locality|town|ortnamn)$/,
  dwelling:
    /^(?:bostad|bostader|dwelling|byggnadsandamal|andamal|adress ?typ|adress ?kategori|typ|kategori|lagenheter|antal lagenheter)$/,
  name: /^(?:namn|name|plats|platsnamn|popularnamn|benamning|objekt|omrade|omradesnam(?:n)?|delomrade|basomrade|basomrades(?:namn)?|distrikt|distriktsn(?:amn)?|deso|desokod|regso|regsonamn|regsokod|kn namn|nyko|stadsdel|place|area)$/,
  aliases: /^(?:alias|aliases|kallas|smeknamn|andra namn|also called|synonym(?:er)?)$/,
  kind: /^(?:typ|kind|slag|kategori|category|type)$/,
  population: /^(?:befolkning|population|invanare|folkmangd|antal invanare|beftotalt|bef totalt|pop|residents)$/,
} as const;

export type RegisterField = keyof typeof headers;

/** Order in which several columns of one meaning are chosen: SCB's names of areas win over their codes. */
const preferred = ['namn', 'name', 'regsonamn', 'omradesnamn', 'distriktsnamn', 'adressomradesnamn', 'adressomrade'];

/** Which column says what; a field that no column says is left out. */
export function fieldsOf(
  columns: readonly string[],
  wanted: readonly RegisterField[],
): Partial<Record<RegisterField, string>> {
  const found: Partial<Record<RegisterField, string>> = {};
  const taken = new Set<string>();
  for (const field of wanted) {
    const fitting = columns.filter((column) => !taken.has(column) && headers[field].test(plainWords(column)));
    const best = preferred.flatMap((name) =>
      fitting.filter((column) => plainWords(column).replaceAll(' ', '') === name),
    )[0];
    const chosen = best ?? fitting[0];
    if (chosen === undefined) continue;
    found[field] = chosen;
    taken.add(chosen);
  }
  return found;
}
