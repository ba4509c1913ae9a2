import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with actions, in words. */
export const actionProblems: ProblemTable = {
  'secrecy-basis-missing': fieldText(
    'Skriv vilken paragraf som sekretessen bedöms enligt, till exempel OSL 18 kap. 1 §.',
    'Write the section of law that the secrecy is assessed by, for example OSL chapter 18 section 1.',
  ),
  'near-unreadable': fieldText(
    'Skriv platsen som longitud, latitud och meter, till exempel 16.51,59.38,200.',
    'Write the place as longitude, latitude and metres, for example 16.51,59.38,200.',
  ),
  'action-id-taken': {
    status: 409,
    title: ['Åtgärden finns redan', 'The action exists'],
    detail: ['En annan åtgärd har samma id. Börja om med en ny.', 'Another action has the same id. Start a new one.'],
  },
  'action-withdrawn': {
    status: 409,
    title: ['Åtgärden är tillbakadragen', 'The action is withdrawn'],
    detail: [
      'Gruppen har dragit tillbaka åtgärden. Ta tillbaka det först, om den ska gälla igen.',
      'The group has withdrawn the action. Undo that first, if it shall stand again.',
    ],
  },
  'action-not-yours': {
    status: 403,
    title: ['Åtgärden är en annan organisations', 'The action is another organisation’s'],
    detail: [
      'Bara den som ansvarar för åtgärden, samordnaren och polisen kan svara på den.',
      'Only the organisation that answers for the action, the coordinator and the police can answer it.',
    ],
  },
  'action-secret': {
    status: 409,
    title: ['Åtgärden kan omfattas av sekretess', 'The action may be secret'],
    detail: [
      'En sådan åtgärd får ingen länk. Fråga den som ansvarar på annat sätt.',
      'Such an action gets no link. Ask whoever answers for it in another way.',
    ],
  },
  'action-mail-not-set-up': {
    status: 409,
    title: ['Länken kan inte skickas än', 'The link cannot be sent yet'],
    detail: [
      'Närbild har ingen e-postserver, eller vet inte sin egen adress. Kopiera länken och skicka den själv.',
      'Närbild has no mail server, or does not know its own address. Copy the link and send it yourself.',
    ],
  },
  'action-link-unknown': {
    status: 404,
    title: ['Länken fungerar inte', 'The link does not work'],
    detail: [
      'Länken är inte hel, eller så har gruppen stängt av den. Be om en ny, eller logga in i Närbild.',
      'The link is not whole, or the group has closed it. Ask for a new one, or sign in to Närbild.',
    ],
  },
  'action-link-expired': {
    status: 410,
    title: ['Länken har slutat gälla', 'The link has run out'],
    detail: [
      'En länk gäller i {days} dagar. Be om en ny, eller logga in i Närbild.',
      'A link works for {days} days. Ask for a new one, or sign in to Närbild.',
    ],
  },
};
