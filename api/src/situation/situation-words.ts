import { dayAndMonth, figure, type Language, numberWord } from '../hotspots/sentence-wording.js';
import type { SituationFigures, Week } from './situation.js';

/** What the figures of a week leave out or wait for, each as a sentence; empty for an ordinary week. */
export function situationNotices(figures: SituationFigures, week: Week, language: Language): string[] {
  const sv = language === 'sv';
  const events = (count: number) => {
    if (sv) return `${figure(count, language)} ${count === 1 ? 'händelse' : 'händelser'}`;
    return `${figure(count, language)} ${count === 1 ? 'incident' : 'incidents'}`;
  };
  const { running, outside, withoutPlace, withoutArea, countedTo } = figures;
  const day = dayAndMonth(countedTo, language, week.lastDay);
  const notices: string[] = [];
  if (running)
    notices.push(
      sv
        ? `Veckan är inte slut. Siffrorna går till och med ${day} och jämförs med samma dagar.`
        : `The week is not over. The figures run to ${day} and are compared with the same days.`,
    );
  if (outside > 0)
    notices.push(
      sv
        ? `${events(outside)} utanför kommunen räknas inte.`
        : `${events(outside)} outside the municipality not counted.`,
    );
  if (withoutPlace > 0)
    notices.push(
      sv
        ? `${events(withoutPlace)} räknas men saknar exakt plats och syns inte på kartan.`
        : `${events(withoutPlace)} counted, but without an exact place and not on the map.`,
    );
  if (withoutArea > 0 && figures.areas.length > 0)
    notices.push(
      sv ? `${events(withoutArea)} ligger inte i något område.` : `${events(withoutArea)} not within any area.`,
    );
  return notices;
}

/** How the week is compared, in one line for the page and the document. */
export function situationMethod(figures: SituationFigures, week: Week, language: Language): string {
  const sv = language === 'sv';
  const { years, countedTo } = figures;
  const day = dayAndMonth(countedTo, language, week.lastDay);
  const compared = sv ? comparedInSwedish(years) : comparedInEnglish(years);
  return sv
    ? `${compared} Hot spots: tolv månader till och med ${day}, jämförda med platsens egna tidigare år.`
    : `${compared} Hot spots: twelve months to ${day}, compared with the place's own earlier years.`;
}

function comparedInSwedish(years: number): string {
  if (years === 0) return 'det vanliga visas efter ett års rapporter.';
  const span = years === 1 ? 'ett tidigare år' : `${numberWord(years, 'sv', 'neuter')} tidigare år`;
  return `samma vecka och veckorna intill i ${span}; nio vanliga veckor av tio ryms inom spannet.`;
}

function comparedInEnglish(years: number): string {
  if (years === 0) return 'what is usual is shown after a year of reports.';
  const span = years === 1 ? 'one earlier year' : `${numberWord(years, 'en')} earlier years`;
  return `the same week and its neighbours in ${span}; nine ordinary weeks in ten stay within the band.`;
}

/** The line of a table that makes it add up: what lies in no known area. */
export function withoutAreaLabel(language: Language): string {
  return language === 'sv' ? 'Inget område' : 'No area';
}
