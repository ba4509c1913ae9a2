import type { Place } from './finding.js';

const people = 'man|mannen|män|männen|kvinna|kvinnan|kvinnor|kille|killen|killar|killarna|tjej|tjejen|tjejer|pojke|pojkar|flicka|flickor|ungdom|ungdomar|ungdomarna|gäng|gänget|familj|familjen|familjer|person|personer|personerna|barn|grupp|grupper|medborgare|folk|invandrare'; // prettier-ignore
const origins = 'utländsk|arabisk|somalisk|romsk|muslimsk|judisk|kristen|afrikansk|asiatisk|turkisk|kurdisk|afghansk|irakisk|iransk|syrisk|polsk|rumänsk|bulgarisk|rysk|litauisk|lettisk|estnisk|baltisk|albansk|serbisk|bosnisk|kroatisk|marockansk|algerisk|eritreansk|etiopisk|gambisk|nigeriansk|thailändsk|kinesisk|indisk|pakistansk|chilensk|finsk|samisk|sydeuropeisk|östeuropeisk|färgad'; // prettier-ignore
const looks = `${origins}|svensk|nordisk|mörk|svart|vit`;
const traits = 'utseende|ursprung|bakgrund|påbrå|härkomst|etnicitet|brytning|hy|hudfärg|accent';

/** Words that name a group themselves; the endings of Swedish may follow. */
const always = [
  'invandrar', 'utlänning', 'zigen', 'tattar', 'romer(?:na|nas|s)?(?!\\p{L})', 'somalier', 'araber(?:na|nas)?(?!\\p{L})', 'afrikan(?:en|er|erna)?(?!\\p{L})',
  'afghan(?:en|er|erna)?(?!\\p{L})', 'irakier', 'iranier', 'syrier', 'syrian(?:en|er)', 'kurder', 'albaner', 'rumäner', 'bulgarer', 'polacker', 'polack(?!\\p{L})', 'litauer', 'östeuropé',
  'östeurope(?:er|erna)', 'nysvensk', 'blatt(?:e|en|ar|arna)(?!\\p{L})', 'svartskall', 'neger', 'negrer', 'negrerna', 'mörkhyad', 'mörkhyt', 'muslim(?:en|er|erna)?(?!\\p{L})',
  'jud(?:e|en|ar|arna)(?!\\p{L})', 'slöja', 'hijab', 'niqab', 'burka', 'ensamkommande', 'asylsökande', 'nyanländ', 'flykting', 'eu-migrant', 'migrant', 'papperslös', 'tiggar(?:e|en|na)(?!\\p{L})',
  'missbrukar(?:e|en|na)(?!\\p{L})', 'narkoman', 'knarkar(?:e|en|na)(?!\\p{L})', 'pundar(?:e|en|na)', 'alkis', 'a-lagar', 'fyllgubb', 'fyllo', 'uteliggar', 'luffar(?:e|en)', 'hemlös(?:a|e)(?!\\p{L})', 'resandefolk',
  'bög(?:en|ar|arna)?(?!\\p{L})', 'homosexuell', 'transperson', 'psykfall', 'efterbliv', 'utvecklingsstörd',
].join('|'); // prettier-ignore

const endings = '\\p{L}{0,20}';
const patterns = [
  new RegExp(`(?<![\\p{L}-])(?:${always})${endings}`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${looks})(?:a|t|e)? (?:${traits})(?:t|et|en|n)?(?!\\p{L})`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${origins})(?:a|t|e)? (?:${people})(?!\\p{L})`, 'giu'),
  /(?<!\p{L})(?:mörk|ljus|svart|vit|brun) i (?:hyn|skinnet)(?!\p{L})/giu,
  /(?<!\p{L})(?:bröt|bryter) på \p{L}{3,20}/giu,
  /(?<!\p{L})(?:pratade|pratar|talade|talar|skrek på|ropade på) (?:arabiska|somaliska|ryska|polska|turkiska|persiska|dari|rumänska|romani|kurdiska|albanska|serbiska|finska|engelska|tigrinja|spanska|franska|tyska|utländska|ett annat språk)(?!\p{L})/giu, // prettier-ignore
];

/** Words that describe origin, faith, skin or group instead of what somebody did. Languages, food and places are left. */
export function groupWords(text: string): Place[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
      kind: 'group' as const,
      from: index,
      to: index + match.length,
    })),
  );
}
