import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong around a meeting, in words. */
export const meetingProblems: ProblemTable = {
  'meeting-group-name-taken': {
    status: 409,
    title: ['Namnet används redan', 'The name is in use'],
    detail: ['Det finns redan en grupp med det namnet. Välj ett annat.', 'There is a group with that name. Choose another.'], // prettier-ignore
  },
  'meeting-closed': {
    status: 409,
    title: ['Mötet är stängt', 'The meeting is closed'],
    detail: [
      'Anteckningarna är låsta. En rättelse görs som en ny version, med skäl.',
      'The minutes are frozen. A correction is made as a new version, with a reason.',
    ],
  },
  'meeting-not-open': {
    status: 409,
    title: ['Mötet är inte öppet', 'The meeting is not open'],
    detail: ['Öppna mötet först.', 'Open the meeting first.'],
  },
  'meeting-not-closed': {
    status: 409,
    title: ['Mötet är inte stängt', 'The meeting is not closed'],
    detail: ['Anteckningarna finns när mötet är stängt.', 'The minutes are there when the meeting is closed.'],
  },
  'meeting-id-taken': {
    status: 409,
    title: ['Id:t används redan', 'The id is in use'],
    detail: ['Något annat har redan det id:t.', 'Something else has that id already.'],
  },
  'item-in-use': {
    status: 409,
    title: ['Punkten används', 'The item is in use'],
    detail: [
      'Punkten har en anteckning eller ett beslut och kan inte tas bort.',
      'The item has a note or a decision and cannot be removed.',
    ],
  },
  'note-conflict': {
    status: 409,
    title: ['Ni skrev på samma ställe', 'You wrote in the same place'],
    detail: [
      'Någon annan ändrade samma ord. Båda texterna finns kvar: välj en, eller foga ihop dem.',
      'Somebody else changed the same words. Both texts are kept: choose one, or join them.',
    ],
  },
  'note-revision-unknown': fieldText(
    'Texten bygger på en version som inte finns. Läs in punkten igen.',
    'The text is written from a version that does not exist. Reload the item.',
  ),
  'meeting-ends-first': fieldText('Mötet slutar innan det börjar.', 'The meeting ends before it begins.'),
  'end-not-possible': fieldText(
    'Sluttiden ska ligga efter mötets början och får inte ligga i framtiden.',
    'The end must be after the meeting began and may not lie in the future.',
  ),
  'too-long-meeting': fieldText('Ett möte är högst ett dygn långt.', 'A meeting is at most a day long.'),
  'unknown-account': fieldText('Kontot finns inte i kommunen.', 'The account is not in the municipality.'),
  'unknown-meeting': fieldText('Mötet finns inte här.', 'The meeting is not here.'),
  'unknown-item': fieldText('Punkten finns inte på dagordningen.', 'The item is not on the agenda.'),
  'unknown-action': fieldText('Åtgärden finns inte här.', 'The action is not here.'),
  'party-or-organisation': fieldText(
    'Välj en organisation eller skriv namnet på en annan part.',
    'Choose an organisation or write the name of another party.',
  ),
  'area-outside': fieldText(
    'Området ligger helt utanför kommunen.',
    'The area lies outside the municipality altogether.',
  ),
  'never-meets': fieldText(
    'Gruppen träffas aldrig mellan de två dagarna. Ändra rytmen eller sista dagen.',
    'The group never meets between the two days. Change the rhythm or the last day.',
  ),
  'tertial-unknown': {
    status: 400,
    title: ['Den tertialen finns inte', 'There is no such tertial'],
    detail: ['Skriv år och tertial som 2026-T3.', 'Write the year and the tertial as 2026-T3.'],
  },
  'area-priority-twice': fieldText('Samma område står två gånger.', 'The same area stands there twice.'),
  'not-a-stream': {
    status: 406,
    title: ['Det här är en ström', 'This is a stream'],
    detail: ['Be om text/event-stream.', 'Ask for text/event-stream.'],
  },
  'too-many-listeners': {
    status: 503,
    title: ['För många följer med just nu', 'Too many are following just now'],
    detail: ['Försök igen om en stund. Sidan kan läsas om under tiden.', 'Try again in a while. The page can be reloaded meanwhile.'], // prettier-ignore
  },
  'audience-not-yours': {
    status: 403,
    title: ['Den versionen är inte för dig', 'That version is not for you'],
    detail: [
      'Den interna versionen lämnas till dem som för mötet. Välj samverkan eller publik.',
      'The internal version is for those who keep the meeting. Choose cooperation or public.',
    ],
  },
};
