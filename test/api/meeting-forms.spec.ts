import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { besides, periodAt } from '../../api/src/situation/period.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { addReports, hoursFromNow, linesOf, type MeetingAnswer, Meetings } from '../support/meetings.js';

const now = Date.now();
const month = besides(periodAt('month', now), -1);
const tertial = besides(periodAt('tertial', now), -1);
let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let meetings: Meetings;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Mötesslagskommunen');
  coordinator = await municipality.member('coordinator');
  meetings = new Meetings(api, municipality, coordinator);
  await addReports(api, municipality, { from: month.from, count: 4 });
  await addReports(api, municipality, { from: besides(month, -1).from, count: 7 });
  await addReports(api, municipality, { from: tertial.from, count: 9 });
}, 60_000);

afterAll(() => api.close());

const counted = async (from: string, to: string) => {
  const [row]: { count: number }[] = await api.owner.query(
    `SELECT count(*)::int AS count FROM incident WHERE municipality_code = $1 AND (occurred_from AT TIME ZONE 'Europe/Stockholm')::date BETWEEN $2::date AND $3::date`,
    [Number(municipality.code), from, to],
  );
  return row!.count;
};

describe('a meeting fills itself with what its kind needs', () => {
  test('monthly: the last whole month, the month a year before, the promises, and what has come since the last meeting', async () => {
    const rhythm = { every: 'month', months: 1, nth: 2, weekday: 2 };
    const { id: groupId } = await meetings.group({ kind: 'station-cooperation' });
    const series = await meetings.made<{ nextMeetingId: string }>('meeting-series', { groupId, name: 'Stationsmöte', kind: 'monthly', rhythm, startsAt: '13:00', firstOn: '2026-01-01' }); // prettier-ignore
    const open = (await meetings.post(`meetings/${series.nextMeetingId}/opening`, {}, 200)) as MeetingAnswer;
    expect(open.items.map(({ title }) => title)).toEqual(['Närvaro', 'Förra mötets beslut', 'Månadens rapporter', 'Polisens bild', 'Anhopningar och hot spots', 'Medborgarlöften', 'Kommande månad', 'Beslut', 'Lyfts vidare', 'Återkoppling och kommunikation', 'Nästa möte']); // prettier-ignore
    const filled = await meetings.agenda(open.id);
    const planned = Date.parse((open as unknown as { at: string }).at);
    const own = besides(periodAt('month', planned), -1);
    const period = own.from > now ? periodAt('month', now) : own;
    expect(filled.period).toMatchObject({ text: period.text, kind: 'month' });
    const [reports] = linesOf(filled, 'reports');
    expect(reports).toMatchObject({ count: await counted(period.firstDay, period.lastDay), search: `period=egen&fran=${period.firstDay}&till=${period.lastDay}` }); // prettier-ignore
    expect(linesOf(filled, 'promises')).toMatchObject([{ text: 'Inga medborgarlöften pågår.' }]);
    expect(linesOf(filled, 'reports').some(({ text }) => text.startsWith('Sedan förra mötet'))).toBe(false);
    const closed = (await meetings.post(`meetings/${open.id}/closing`, {}, 200)) as MeetingAnswer;
    // As if that meeting had been held six weeks ago.
    await api.owner.query(`UPDATE meeting SET at = now() - interval '42 days', until = now() - interval '41 days' WHERE id = $1`, [open.id]); // prettier-ignore
    const since = linesOf(await meetings.agenda(closed.nextMeetingId!), 'reports').find(({ text }) => text.startsWith('Sedan förra mötet den ')); // prettier-ignore
    const [, from, to] = /fran=(\S+)&till=(\S+)/.exec(since!.search!)!;
    expect(since!.count).toBe(await counted(from!, to!));
  });

  test('strategic: the tertial, the year so far, three areas, promises, the åtgärdsplan and the points of the law', async () => {
    const open = await meetings.open({ kind: 'strategic' });
    expect(open.items.map(({ kind }) => kind)).toEqual(['attendance', 'last-decisions', 'reports', 'hotspots', 'priorities', 'promises', 'action-plan', 'law', 'escalation', 'decisions', 'coming-week', 'next-meeting']); // prettier-ignore
    const filled = await meetings.agenda(open.id);
    expect(filled.period).toMatchObject({ text: tertial.text, kind: 'tertial' });
    const texts = (kind: string) => linesOf(filled, kind).map(({ text }) => text);
    expect(linesOf(filled, 'reports')[0]!.count).toBe(await counted(tertial.firstDay, tertial.lastDay));
    const year = linesOf(filled, 'reports').find(({ text }) => text.startsWith('Hittills i år'))!;
    const [, from, to] = /fran=(\S+)&till=(\S+)/.exec(year.search!)!;
    expect(from).toMatch(/-01-01$/);
    expect(year.count).toBe(await counted(from!, to!));
    expect(texts('priorities')).toEqual([`Inga områden är valda att gå först under tertial ${periodAt('tertial', now).number} ${periodAt('tertial', now).year}.`]); // prettier-ignore
    expect(texts('action-plan')).toEqual(['Det finns ingen åtgärdsplan. Den skrivs under Lagens krav.']);
    expect(texts('law')[0]).toBe('0 av 11 punkter är visade.');
    expect(texts('law')[1]).toMatch(/^Inget strategiskt möte har hållits \d{4} före det här\.$/);
    expect(texts('law')).toContain('Saknas: en samordnare, eller en samordningsfunktion, är utsedd.');
    await meetings.post(`meetings/${open.id}/closing`, {}, 200);
    const next = await meetings.agenda((await meetings.open({ kind: 'strategic' })).id);
    expect(linesOf(next, 'law')[1]!.text).toMatch(/^1 strategiskt möte har hållits \d{4}\.$/);
  });

  test('steering: first what was lifted, each with how its decision goes', async () => {
    const est = await meetings.open();
    const decided = await meetings.decide(est.id, 'Belysningen byts', { due: '2099-01-01' });
    const actionId = decided.decisions[0]!.action.id;
    await meetings.post(`meetings/${est.id}/escalations`, { target: 'steering-group', text: 'Belysningen saknar pengar', actionId }, 201); // prettier-ignore
    const open = await meetings.open({ kind: 'other' }, { kind: 'steering' });
    expect(open.items.map(({ kind }) => kind).slice(0, 3)).toEqual(['attendance', 'escalation', 'last-decisions']);
    const filled = await meetings.agenda(open.id);
    expect(filled.period.kind).toBe('tertial');
    expect(linesOf(filled, 'escalation').map(({ text }) => text)).toEqual([expect.stringMatching(/^Lyft från EST-gruppen.*: Belysningen saknar pengar\. Beslutet: inte påbörjat\. .*Belysningen byts/)]); // prettier-ignore
    expect(linesOf(filled, 'last-decisions').map(({ text }) => text)).toEqual([expect.stringMatching(/Belysningen byts.*Lyft till styrgruppen\./)]); // prettier-ignore
  });

  test('with residents: promises and what became of decisions, and nothing of reports or of the police', async () => {
    const dialogue = await meetings.open({ kind: 'dialogue' });
    expect(dialogue.items.map(({ title }) => title)).toEqual(['Närvaro', 'Medborgarlöften', 'Förra mötets beslut', 'Det här vill deltagarna ta upp', 'Kommande fyra månader', 'Beslut', 'Återkoppling och kommunikation', 'Nästa möte']); // prettier-ignore
    const filled = await meetings.agenda(dialogue.id);
    expect(linesOf(filled, 'feedback')).toEqual([]);
    const told = filled.items.flatMap(({ lines }) => lines).filter(({ search }) => search !== null);
    expect(told).toEqual([]);
    const walk = await meetings.open({ kind: 'safety-walk' });
    expect(walk.items.map(({ kind }) => kind)).toEqual(['attendance', 'last-decisions', 'places', 'observations', 'decisions', 'feedback', 'next-meeting']); // prettier-ignore
    expect(linesOf(await meetings.agenda(walk.id), 'places').length).toBeGreaterThan(0);
  });

  test('but a group that has written an agenda of its own has that, whatever the kind', async () => {
    const own = [{ kind: 'attendance' }, { kind: 'own', title: 'Runt bordet' }];
    const planned = await meetings.planned({ kind: 'strategic', at: hoursFromNow(2), until: hoursFromNow(3) }, { agenda: own }); // prettier-ignore
    expect(planned.items.map(({ title }) => title)).toEqual(['Närvaro', 'Runt bordet']);
  });
});
