import { localDate } from '../analysis/calendar.js';
import { assessmentSentence } from '../assessments/assessment.js';
import type { Language } from '../hotspots/sentence-wording.js';
import type { ActionPlanBody } from '../situation/action-plan.schema.js';
import type { LawPoint } from '../situation/law.js';
import { besides, periodAt, type SituationPeriod } from '../situation/period.js';
import { periodName } from '../situation/period-words.js';
import { weekAround } from '../situation/situation.js';
import { situationBody } from '../situation/situation-body.js';
import { agendaLines } from './agenda-lines.js';
import type { AgendaFacts } from './agenda-sources.js';
import { feastName } from './free-day.js';
import type { ReadAgenda } from './meeting-agenda.service.js';
import { isWithResidents } from './meeting-form.js';
import type { MeetingRow } from './meeting.queries.js';
import type { AgendaBody } from './meeting.schema.js';
import { tertialOf } from './tertial.js';

/** What a strategic meeting and a steering group look at beside the figures. */
export interface LongView {
  readonly plans: readonly ActionPlanBody[];
  readonly law: readonly (LawPoint & { readonly met: boolean; readonly due: string | null })[];
  /** The meeting's year, and how many strategic meetings have been held in it. */
  readonly year: number;
  readonly strategicHeld: number;
}

/** What was read, in the words of one language. */
export function factsIn(read: ReadAgenda, language: Language): AgendaFacts {
  const { viewed, parts, next, long } = read;
  const { police } = read.figures;
  const categories = [...(police ?? [])].map(([code, count]) => {
    const name = viewed.categoryNames.get(code)?.[language] ?? code;
    return { code, count, name };
  });
  return {
    kind: viewed.week.kind,
    withResidents: isWithResidents({ kind: parts.row.kind, groupKind: parts.row.group_kind }),
    situation: situationBody(viewed, language, Date.now()),
    assessments: assessmentSentence(viewed.assessments, language),
    coverage: viewed.coverage,
    clusters: viewed.detail.clusters?.changes ?? [],
    lastYear: read.figures.lastYear,
    since: read.figures.since,
    year: read.figures.year,
    police: police && {
      count: categories.reduce((sum, { count }) => sum + count, 0),
      categories: categories.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'sv')),
    },
    earlier: read.earlier,
    areas: read.areas,
    coming: read.coming,
    priorities: read.before.map(({ text, area_id, hotspot_id }) => ({ text, areaId: area_id, hotspotId: hotspot_id })),
    tertial: tertialOf(localDate(parts.row.at.getTime())),
    tertialAreas: read.tertialAreas.map(({ area_id, area, reason }) => ({ areaId: area_id, area, reason })),
    receives: parts.row.group_kind === 'steering' || parts.row.kind === 'deepened-est',
    lifted: read.lifted.map(({ id, text, group_name, action_id }) => {
      const action = read.earlier.find((each) => each.id === action_id) ?? null;
      return { id, text, from: group_name, action };
    }),
    lifting: parts.escalations,
    participants: parts.participants,
    long: long && {
      ...long,
      law: long.law.map(({ id, met, due, ...texts }) => ({ id, met, due, text: texts[language] })),
    },
    next: next && { ...next, movedFor: feastName(next.movedFor, language) },
  };
}

/** The agenda as it goes on the wire. */
export function agendaBody({ parts, viewed }: ReadAgenda, facts: AgendaFacts, language: Language): AgendaBody {
  return {
    ...spanOf(parts.row, viewed.week, language),
    countedAt: new Date().toISOString(),
    partial: facts.police === null,
    frozen: false,
    items: parts.items.map(({ id, kind }) => ({ itemId: id, kind, lines: agendaLines(kind, facts, language) })),
  };
}

/** What an agenda is of: the period of its figures, and the weeks that colours and the weekly document go by. */
export function spanOf(row: Pick<MeetingRow, 'at'>, period: SituationPeriod, language: Language) {
  const { text, kind, firstDay: from, lastDay: to } = period;
  const at = row.at.getTime();
  const before = besides(periodAt('week', at), -1);
  const week = before.from > Date.now() ? periodAt('week', Date.now()) : before;
  return {
    period: { text, kind, name: periodName(period, language), from, to },
    week: week.text,
    colourWeek: weekAround(at).text,
  };
}
